package io.github.authgate.demo;

/** Says what is wrong with the arguments, in a sentence for the person who typed them. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
