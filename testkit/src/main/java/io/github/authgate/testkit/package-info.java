/**
 * What tests of a tool behind an {@code AuthGate} need: a stand-in for a WordPress site, a stand-in for an
 * {@link io.github.authgate.AuthService}, a clock that is wound by hand, and a fixture for GUI tests.
 *
 * <p>{@link io.github.authgate.testkit.FakeWordPress} answers over HTTP like a real site, so that nothing of the tool has
 * to be replaced. {@link io.github.authgate.testkit.FakeAuthService} answers at once and in the same JVM, or when the test
 * says so. {@link io.github.authgate.testkit.AuthGateFixture} needs {@code assertj-swing} on the class path; nothing else
 * does.
 *
 * <p>None of this belongs into a product: passwords are kept in clear text. Nothing here writes a log. Unless a comment
 * says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.testkit;

import org.jspecify.annotations.NullMarked;
