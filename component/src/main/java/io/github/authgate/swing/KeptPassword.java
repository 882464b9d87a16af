package io.github.authgate.swing;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.Timer;

/**
 * A password that stays in its field after an attempt that may be repeated, but not for ever: two minutes without a key,
 * and it is gone.
 *
 * <p>Use only on the event dispatch thread.
 */
final class KeptPassword {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final SecretField field;
    private final Timer timer;

    KeptPassword(SecretField field) {
        this.field = field;
        this.timer = new Timer((int) LONGEST.toMillis(), event -> forget());
        timer.setRepeats(false);
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                if (timer.isRunning()) {
                    timer.restart();
                }
            }
        });
    }

    /** Keeps what is in the field, for now. */
    void keep() {
        if (!field.isEmpty()) {
            timer.restart();
        }
    }

    /** Empties the field. */
    void forget() {
        timer.stop();
        field.clear();
    }
}
