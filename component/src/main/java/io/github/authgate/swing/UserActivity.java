package io.github.authgate.swing;

import java.awt.AWTEvent;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hears when a person uses any window of the application. It hears nothing unless it has been told to listen.
 *
 * <p>Use only on the event dispatch thread.
 */
final class UserActivity {

    private static final long EVENTS = AWTEvent.KEY_EVENT_MASK
            | AWTEvent.MOUSE_EVENT_MASK
            | AWTEvent.MOUSE_MOTION_EVENT_MASK
            | AWTEvent.MOUSE_WHEEL_EVENT_MASK;

    /** A mouse on a table that somebody walks past moves by a pixel or two. */
    private static final int JITTER = 3;

    private final Runnable whenActive;
    private final AWTEventListener listener = this::look;
    private @Nullable Point lastPlace;
    private boolean listening;

    UserActivity(Runnable whenActive) {
        this.whenActive = whenActive;
    }

    void listen(boolean listen) {
        if (listen == listening) {
            return;
        }
        listening = listen;
        if (listen) {
            Toolkit.getDefaultToolkit().addAWTEventListener(listener, EVENTS);
        } else {
            Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
        }
    }

    private void look(AWTEvent event) {
        switch (event.getID()) {
            case MouseEvent.MOUSE_ENTERED:
            case MouseEvent.MOUSE_EXITED:
                return; // also happens when windows come and go under a mouse that nobody touches
            case MouseEvent.MOUSE_MOVED:
            case MouseEvent.MOUSE_DRAGGED:
                Point place = ((MouseEvent) event).getLocationOnScreen();
                Point before = lastPlace;
                if (before != null && before.distance(place) < JITTER) {
                    return;
                }
                lastPlace = place;
                break;
            default:
                break;
        }
        whenActive.run();
    }
}
