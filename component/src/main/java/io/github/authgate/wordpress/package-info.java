/**
 * Logs users in against a WordPress site.
 *
 * <p>The site runs the plugin "JWT Authentication for WP REST API" (1.3.2 or newer), or the plugin {@code authgate}
 * that belongs to this project, or both; the plugin "JWT Auth" by Useful Team is understood as well.
 *
 * <p>{@link io.github.authgate.wordpress.WordPressAuthService} is the front door,
 * {@link io.github.authgate.wordpress.WordPressConfig} says which site. Everything that goes over the wire is decided in
 * the hidden classes of this package: no redirect is followed, no cookie is kept, the password is sent to one address
 * once, and an answer counts as a login only if one predicate says so.
 *
 * <p>Unless a comment says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.wordpress;

import org.jspecify.annotations.NullMarked;
