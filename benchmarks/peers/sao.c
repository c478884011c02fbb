/* The same negotiation in C: what there is to compute, and nothing else. The limit that other programs are held to.

   sao_rank enumerates the utilities of all packages (the last issue counts fastest) and sorts them: stable, by the
   bits of the numbers, eleven at a time. sao_talk plays one negotiation; sao_many plays it again and again. */

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const double *worth;  /* by number of the package */
    const double *sorted; /* from the least */
    const int32_t *order; /* numbers of the packages in that order */
    double floor, best, exponent;
} Seat;

typedef struct {
    uint64_t key;
    int32_t package;
} Entry;

#define BITS 11
#define BUCKETS (1 << BITS)

/* Numbers >= 0 have the order of their bits; negative ones the reverse. */
static uint64_t rising(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits ^ (bits >> 63 ? ~0ull : 1ull << 63);
}

static double number(uint64_t key) {
    uint64_t bits = key ^ (key >> 63 ? 1ull << 63 : ~0ull);
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* worths[issue * most + option]; room holds twice as many entries as there are packages. Returns their number. */
int32_t sao_rank(int32_t issues, const int32_t *options, int32_t most, const double *worths, double *worth,
                 double *sorted, int32_t *order, Entry *room) {
    int32_t count = 1;
    worth[0] = 0.0;
    for (int32_t j = 0; j < issues; j++) {
        const double *row = worths + j * most;
        for (int32_t before = count - 1; before >= 0; before--) {
            double sum = worth[before];
            for (int32_t k = 0; k < options[j]; k++) worth[before * options[j] + k] = sum + row[k];
        }
        count *= options[j];
    }
    static _Thread_local uint32_t starts[6][BUCKETS];
    memset(starts, 0, sizeof starts);
    Entry *from = room, *to = room + count;
    for (int32_t i = 0; i < count; i++) {
        uint64_t key = rising(worth[i]);
        from[i].key = key;
        from[i].package = i;
        for (int pass = 0; pass < 6; pass++) starts[pass][key >> (BITS * pass) & (BUCKETS - 1)]++;
    }
    for (int pass = 0; pass < 6; pass++) {
        uint32_t *start = starts[pass], place = 0;
        for (int b = 0; b < BUCKETS; b++) {
            uint32_t here = start[b];
            start[b] = place;
            place += here;
        }
        for (int32_t i = 0; i < count; i++) to[start[from[i].key >> (BITS * pass) & (BUCKETS - 1)]++] = from[i];
        Entry *other = from;
        from = to;
        to = other;
    }
    for (int32_t i = 0; i < count; i++) {
        sorted[i] = number(from[i].key);
        order[i] = from[i].package;
    }
    return count;
}

static int32_t at_least(const double *sorted, int32_t count, double target) {
    int32_t low = 0, high = count;
    while (low < high) {
        int32_t middle = (low + high) >> 1;
        if (sorted[middle] < target) low = middle + 1;
        else high = middle;
    }
    return low;
}

static int32_t offer_of(const Seat *seat, int32_t count, double demand) {
    int32_t chosen = at_least(seat->sorted, count, demand);
    if (chosen == count) chosen--;
    int32_t place = chosen;
    double distance = fabs(seat->sorted[chosen] - demand);
    for (int32_t below = chosen - 1; below >= 0 && seat->sorted[below] >= demand - 1e-6; below--) {
        double gap = fabs(seat->sorted[below] - demand);
        if (gap < distance || (gap == distance && place < chosen)) {
            distance = gap;
            place = below;
        }
    }
    return seat->order[place];
}

/* out: package or -1, step, proposer, number of offers. trace, where not 0: step, side, package for each offer. */
void sao_talk(int32_t sides, const Seat *seats, int32_t count, int32_t steps, int32_t *out, int32_t *trace) {
    int32_t offer = -1, author = -1, yeses = 0, offers = 0;
    for (int32_t step = 0; step < steps; step++) {
        double time = (step + 1) / (double)(steps + 1);
        for (int32_t p = 0; p < sides; p++) {
            const Seat *seat = seats + p;
            double demand = (seat->best - seat->floor) * (1.0 - pow(time, seat->exponent)) + seat->floor - 0.001;
            demand = demand > seat->best ? seat->best : demand;
            demand = demand < seat->floor ? seat->floor : demand;
            if (offer >= 0 && seat->worth[offer] >= demand) {
                if (++yeses == sides) {
                    out[0] = offer, out[1] = step + 1, out[2] = author, out[3] = offers;
                    return;
                }
            } else {
                offer = offer_of(seat, count, demand), author = p, yeses = 1;
                if (trace) trace[3 * offers] = step, trace[3 * offers + 1] = p, trace[3 * offers + 2] = offer;
                offers++;
            }
        }
    }
    out[0] = -1, out[1] = steps, out[2] = -1, out[3] = offers;
}

void sao_many(int32_t times, int32_t sides, const Seat *seats, int32_t count, int32_t steps, int32_t *out) {
    for (int32_t i = 0; i < times; i++) sao_talk(sides, seats, count, steps, out, 0);
}

/* New domains: for each of these deals rank for every side, then one negotiation. Arrays run over deals, then sides;
   numbers has room for twice the packages for every side, orders for once. out holds four numbers a deal. */
void sao_new(int32_t deals, int32_t sides, int32_t issues, const int32_t *options, int32_t most, const double *worths,
             const double *reserved, const double *exponents, int32_t steps, int32_t packages, Seat *seats,
             double *numbers, int32_t *orders, Entry *room, int32_t *out, int32_t *trace) {
    for (int32_t d = 0; d < deals; d++) {
        for (int32_t p = 0; p < sides; p++) {
            double *worth = numbers + 2 * (int64_t)p * packages, *sorted = worth + packages;
            int32_t *order = orders + (int64_t)p * packages;
            int64_t side = (int64_t)d * sides + p;
            sao_rank(issues, options, most, worths + side * issues * most, worth, sorted, order, room);
            double floor = sorted[0] < reserved[side] ? reserved[side] : sorted[0];
            seats[p] = (Seat){worth, sorted, order, floor, sorted[packages - 1], exponents[p]};
        }
        sao_talk(sides, seats, packages, steps, out + 4 * d, trace);
    }
}
