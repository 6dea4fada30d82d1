// Before the first paint; see platform/theme.ts.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
