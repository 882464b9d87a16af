/**
 * Keeps tokens in the operating system's keychain: macOS Keychain, Windows Credential Manager, Secret Service or KWallet.
 *
 * <p>Unless a comment says otherwise, passing {@code null} throws {@link NullPointerException}.
 */
@NullMarked
package io.github.authgate.keyring;

import org.jspecify.annotations.NullMarked;
