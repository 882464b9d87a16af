package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;

final class Scale {
    private Scale() {}

    static void run(Context context) {}
}
