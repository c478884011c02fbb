/* rules/packages.py best_package, line by line in C: a limit for the hot path of this project's own negotiations. */

#include <math.h>
#include <stdint.h>

#define CLOSE 1e-12
#define AT(table, j, k) ((table)[(j) * most + (k)])

static int64_t cheapest_swap(const double *scores, const double *values, int64_t most, int64_t count, int64_t issue,
                             int64_t now, double *price) {
    int64_t best = -1;
    *price = INFINITY;
    for (int64_t k = 0; k < count; k++) {
        double gain = AT(values, issue, k) - AT(values, issue, now);
        if (gain > CLOSE) {
            double own = (AT(scores, issue, now) - AT(scores, issue, k)) / gain;
            if (own < *price) *price = own, best = k;
        }
    }
    return best;
}

static int reach_target(const double *scores, const double *values, int64_t most, int64_t issues,
                        const int64_t *options, double missing, int64_t *package) {
    int64_t chosen_issue = -1, chosen_option = -1;
    double least = INFINITY;
    for (int64_t j = 0; j < issues; j++) {
        int64_t now = package[j];
        for (int64_t k = 0; k < options[j]; k++) {
            if (AT(values, j, k) - AT(values, j, now) >= missing - CLOSE) {
                double loss = AT(scores, j, now) - AT(scores, j, k);
                if (loss < least) least = loss, chosen_issue = j, chosen_option = k;
            }
        }
    }
    if (chosen_issue >= 0) package[chosen_issue] = chosen_option;
    return chosen_issue >= 0;
}

static void spend_slack(const double *scores, const double *values, int64_t most, int64_t issues,
                        const int64_t *options, double slack, int64_t *package) {
    for (;;) {
        int64_t chosen_issue = -1, chosen_option = -1;
        double best = CLOSE;
        for (int64_t j = 0; j < issues; j++) {
            int64_t now = package[j];
            double floor = AT(values, j, now) - slack;
            for (int64_t k = 0; k < options[j]; k++) {
                if (AT(values, j, k) >= floor) {
                    double gain = AT(scores, j, k) - AT(scores, j, now);
                    if (gain > best) best = gain, chosen_issue = j, chosen_option = k;
                }
            }
        }
        if (chosen_issue < 0) return;
        slack -= AT(values, chosen_issue, package[chosen_issue]) - AT(values, chosen_issue, chosen_option);
        package[chosen_issue] = chosen_option;
    }
}

static void raise_value(const double *scores, const double *values, int64_t most, int64_t issues,
                        const int64_t *options, double target, double value, int64_t *package) {
    int64_t swaps[issues];
    double prices[issues];
    for (int64_t j = 0; j < issues; j++)
        swaps[j] = cheapest_swap(scores, values, most, options[j], j, package[j], &prices[j]);
    while (value < target - CLOSE) {
        int64_t issue = 0;
        for (int64_t j = 1; j < issues; j++)
            if (prices[j] < prices[issue]) issue = j;
        if (swaps[issue] < 0) return;
        int64_t option = swaps[issue];
        double gain = AT(values, issue, option) - AT(values, issue, package[issue]);
        if (gain >= target - value - CLOSE &&
            reach_target(scores, values, most, issues, options, target - value, package))
            return;
        package[issue] = option;
        value += gain;
        swaps[issue] = cheapest_swap(scores, values, most, options[issue], issue, option, &prices[issue]);
    }
}

static void best_package(const double *scores, const double *values, int64_t most, int64_t issues,
                         const int64_t *options, double target, int64_t *package) {
    double value = 0.0;
    for (int64_t j = 0; j < issues; j++) {
        int64_t best = 0;
        for (int64_t k = 1; k < options[j]; k++) {
            double here = AT(scores, j, k), there = AT(scores, j, best);
            if (here > there || (here == there && AT(values, j, k) > AT(values, j, best))) best = k;
        }
        package[j] = best;
        value += AT(values, j, best);
    }
    if (value < target - CLOSE) raise_value(scores, values, most, issues, options, target, value, package);
    value = 0.0;
    for (int64_t j = 0; j < issues; j++) value += AT(values, j, package[j]);
    if (value > target) spend_slack(scores, values, most, issues, options, value - target, package);
}

/* Many cases, one after the other: scores[case][issue][option], values alike, targets[case], packages[case][issue]. */
void best_packages(int32_t cases, int32_t issues, int32_t most, const int64_t *options, const double *scores,
                   const double *values, const double *targets, int64_t *packages) {
    for (int64_t i = 0; i < cases; i++)
        best_package(scores + i * issues * most, values + i * issues * most, most, issues, options, targets[i],
                     packages + i * issues);
}
