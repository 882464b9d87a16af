package io.github.authgate.keyring;

import io.github.authgate.TokenStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A program that keeps a token: {@code save} reads it from its input, {@code load} prints it, {@code delete} forgets it. */
public final class KeyringProgram {

    private KeyringProgram() {}

    public static void main(String[] args) throws IOException {
        TokenStore store = new KeyringTokenStore("AuthGate's own test");
        String site = args[1];
        switch (args[0]) {
            case "save":
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                store.save(site, in.readLine());
                System.out.println("saved");
                in.readLine(); // stays, so that the test can look at it
                break;
            case "load":
                System.out.println(store.load(site).orElse("nothing"));
                break;
            default:
                store.delete(site);
                System.out.println("deleted");
        }
    }
}
