/**
 * The contract between a login form and the server that knows the accounts.
 *
 * <p>An {@link io.github.authgate.AuthService} takes {@link io.github.authgate.Credentials} and answers with an
 * {@link io.github.authgate.AuthSession}: who is logged in ({@link io.github.authgate.AuthUser}) and the
 * {@link io.github.authgate.AccessToken} that proves it. Everything that can go wrong is one exception,
 * {@link io.github.authgate.AuthException}, with a {@linkplain io.github.authgate.AuthException.Reason reason} that
 * programs decide on and a stable {@linkplain io.github.authgate.AuthException#code() code} for more detail.
 *
 * <p>This package knows no user interface, no HTTP and no JSON: a back end other than WordPress implements
 * {@code AuthService} and nothing else.
 *
 * <p>Unless a comment says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate;

import org.jspecify.annotations.NullMarked;
