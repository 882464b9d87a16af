/**
 * The components: a login form, a gate in front of a tool, and the session that all gates of an application share.
 *
 * <p>{@link io.github.authgate.swing.AuthModel} holds the truth, as a {@code TableModel} does for tables; any number of
 * {@link io.github.authgate.swing.AuthGate}s in any number of windows show it.
 * {@link io.github.authgate.swing.LoginPanel} is the form by itself, which asks and shows and knows no service.
 *
 * <p><b>Threads.</b> Constructors, the setters of a component that has not been displayed yet, and the registration of
 * listeners work on any thread, because that is how Swing programs start. Everything else belongs on the event dispatch
 * thread and throws {@link IllegalStateException} elsewhere, unless a comment says otherwise.
 *
 * <p><b>Failures are closed.</b> Whatever a host's factory, rule or listener throws, the gate stays shut.
 *
 * <p>No look and feel is installed or required. Unless a comment says otherwise, passing {@code null} throws
 * {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.swing;

import org.jspecify.annotations.NullMarked;
