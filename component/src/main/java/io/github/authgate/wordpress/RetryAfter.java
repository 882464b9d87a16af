package io.github.authgate.wordpress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or the date of the end of the wait.
 *
 * <p>Thread-safe; methods do not block.
 */
final class RetryAfter {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /**
     * Returns how long the answer asks us to wait, at least a second and at most five minutes.
     *
     * @param now asked for if the answer names an end but not its own date
     * @return the wait; empty if the answer does not ask for one in a form that we understand
     */
    static Optional<Duration> of(HttpAnswer answer, Supplier<Instant> now) {
        return answer.header("Retry-After").map(String::strip).flatMap(value -> {
            if (SECONDS.matcher(value).matches()) {
                return Optional.of(clamp(Duration.ofSeconds(Long.parseLong(value))));
            }
            return HttpAnswer.parseDate(value)
                    .map(end -> clamp(Duration.between(answer.date().orElseGet(now), end)));
        });
    }

    private static Duration clamp(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
