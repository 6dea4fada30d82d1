/*
 * A wire with faults: joins a TAP device in one network namespace to a TAP device in another, and gives each direction delay,
 * jitter, loss and a rate. Kernels without netem have no other way to be slow.
 *
 *   link <namespace file A> <device A> <namespace file B> <device B>
 *
 * Each line on standard input is a new setting, answered by "ok", for both directions:
 *   <delay ms> <jitter ms> <loss %> <rate kB/s, 0 = no limit> <seed>
 * It ends when standard input ends, so it never outlives the lab.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define SLOTS 4096 /* frames on the way; more are lost, as in a full queue */
#define FRAME 2048

struct frame { uint64_t due; int length; unsigned char bytes[FRAME]; };
struct direction { int from, to; struct frame *ring; unsigned head, tail; uint64_t last, busy, random; };

static double delay_ms, jitter_ms, loss_percent, rate_kb;

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

/* xorshift64*: the same seed loses the same frames. */
static double chance(struct direction *d) {
  d->random ^= d->random >> 12;
  d->random ^= d->random << 25;
  d->random ^= d->random >> 27;
  return (double)((d->random * 2685821657736338717u) >> 11) / 9007199254740992.0;
}

static int open_tap(const char *space, const char *name) {
  struct ifreq request;
  int net = open(space, O_RDONLY | O_CLOEXEC);
  if (net < 0 || setns(net, CLONE_NEWNET) < 0) { perror(space); exit(1); }
  close(net);
  int tap = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TAP | IFF_NO_PI;
  strncpy(request.ifr_name, name, IFNAMSIZ - 1);
  if (tap < 0 || ioctl(tap, TUNSETIFF, &request) < 0) { perror(name); exit(1); }
  return tap;
}

static void take(struct direction *d) {
  for (;;) {
    struct frame *f = &d->ring[d->head % SLOTS];
    static unsigned char spare[FRAME];
    int full = d->head - d->tail == SLOTS;
    int length = (int)read(d->from, full ? spare : f->bytes, FRAME);
    if (length <= 0) return;
    /* Neighbour discovery is the local cable's business: losing it would only add seconds that no real line adds. */
    unsigned char *b = f->bytes;
    int arp = length > 13 && !full && b[12] == 0x08 && b[13] == 0x06;
    /* In IPv6 it is an ICMPv6 message of type 135 or 136. */
    if (length > 54 && !full && b[12] == 0x86 && b[13] == 0xdd && b[20] == 58 && (b[54] == 135 || b[54] == 136)) arp = 1;
    double lost = chance(d) * 100, spread = chance(d);
    if (full || (!arp && lost < loss_percent)) continue;
    uint64_t at = now();
    if (rate_kb > 0) {
      /* A frame leaves when those before it have left; half a second of queue, then frames are lost. */
      if (d->busy < at) d->busy = at;
      if (d->busy - at > 500000000u) continue;
      d->busy += (uint64_t)(length / rate_kb * 1e6);
      at = d->busy;
    }
    if (!arp) at += (uint64_t)((delay_ms + jitter_ms * spread) * 1e6);
    /* Frames keep their order, as they do on a line. */
    if (at < d->last) at = d->last;
    d->last = f->due = at;
    f->length = length;
    d->head++;
  }
}

static void deliver(struct direction *d) {
  uint64_t at = now();
  while (d->tail != d->head && d->ring[d->tail % SLOTS].due <= at) {
    struct frame *f = &d->ring[d->tail % SLOTS];
    if (write(d->to, f->bytes, (size_t)f->length) < 0) { /* the device is down: lost */ }
    d->tail++;
  }
}

static int configure(struct direction both[2]) {
  char line[256];
  unsigned long long seed;
  ssize_t length = read(0, line, sizeof line - 1);
  if (length <= 0) return 0;
  line[length] = 0;
  if (sscanf(line, "%lf %lf %lf %lf %llu", &delay_ms, &jitter_ms, &loss_percent, &rate_kb, &seed) == 5) {
    both[0].random = seed * 2654435761u + 1;
    both[1].random = seed * 2654435761u + 0x9E3779B97F4A7C15u;
    puts("ok");
  } else puts("not understood");
  fflush(stdout);
  return 1;
}

int main(int count, char **args) {
  if (count != 5) return 2;
  int a = open_tap(args[1], args[2]), b = open_tap(args[3], args[4]);
  struct direction both[2] = {{.from = a, .to = b, .random = 1}, {.from = b, .to = a, .random = 2}};
  for (int i = 0; i < 2; i++) if (!(both[i].ring = malloc(SLOTS * sizeof(struct frame)))) return 1;
  puts("ok");
  fflush(stdout);
  for (;;) {
    uint64_t at = now(), next = at + 1000000000u;
    for (int i = 0; i < 2; i++)
      if (both[i].tail != both[i].head && both[i].ring[both[i].tail % SLOTS].due < next) next = both[i].ring[both[i].tail % SLOTS].due;
    uint64_t wait = next > at ? next - at : 0;
    struct timespec pause = {(time_t)(wait / 1000000000u), (long)(wait % 1000000000u)};
    struct pollfd ready[3] = {{.fd = a, .events = POLLIN}, {.fd = b, .events = POLLIN}, {.fd = 0, .events = POLLIN}};
    ppoll(ready, 3, &pause, NULL);
    if (ready[2].revents && !configure(both)) return 0;
    for (int i = 0; i < 2; i++) take(&both[i]), deliver(&both[i]);
  }
}
