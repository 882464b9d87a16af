/**
 * What tests of a tool behind an {@code AuthGate} need: a stand-in for a WordPress site and a clock that is wound by hand.
 *
 * <p>{@link io.github.authgate.testkit.FakeWordPress} answers over HTTP like a real site, so that nothing of the tool has
 * to be replaced.
 *
 * <p>None of this belongs into a product: passwords are kept in clear text. Nothing here writes a log. Unless a comment
 * says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.testkit;

import org.jspecify.annotations.NullMarked;
