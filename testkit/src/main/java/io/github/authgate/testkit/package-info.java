/**
 * What tests of a tool behind an {@code AuthGate} need: stand-ins for a WordPress site and for an {@code AuthService}, and
 * somebody who sits in front of the gate.
 *
 * <p>{@link io.github.authgate.testkit.FakeWordPress} answers over HTTP like a real site, so that nothing of the tool has
 * to be replaced. {@link io.github.authgate.testkit.FakeAuthService} needs no network and can be told every answer. Both
 * know accounts made of {@link io.github.authgate.testkit.FakeUser} and can follow a
 * {@link io.github.authgate.testkit.ManualClock}. {@link io.github.authgate.testkit.AuthGateFixture} drives a gate by keys
 * and mouse; it is the only class that needs AssertJ-Swing, which the tool's tests have to bring along.
 *
 * <p>None of this belongs into a product: passwords are kept in clear text. Nothing here writes a log. Unless a comment
 * says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.testkit;

import org.jspecify.annotations.NullMarked;
