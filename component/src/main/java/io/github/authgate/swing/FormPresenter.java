package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthUser;
import java.time.Duration;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * Writes and enables the parts of a {@link LoginForm} as its state demands: busy or not, refused, waiting, locked.
 *
 * <p>Use only on the event dispatch thread.
 */
final class FormPresenter {

    private final LoginForm form;
    private final Countdown countdown = new Countdown(this::countDown);

    private Messages messages;
    private @Nullable String title;
    private @Nullable AuthUser lockedUser;
    private @Nullable AuthException failure;
    private String announcement = "";
    private boolean enabled = true;
    private boolean busy;
    private boolean waiting;
    private SessionMemory.@Nullable Notice notice;

    FormPresenter(LoginForm form, Messages messages) {
        this.form = form;
        this.messages = messages;
    }

    void setMessages(Messages messages) {
        this.messages = messages;
        form.setTexts(messages);
        if (failure != null) {
            announcement = failureTexts().announcement(failure);
        }
        update();
    }

    String title() {
        return title != null ? title : messages.get("title");
    }

    void setTitle(@Nullable String title) {
        this.title = title;
        update();
    }

    void setEnabled(boolean enabled) {
        this.enabled = enabled;
        update();
    }

    boolean isBusy() {
        return busy;
    }

    void setBusy(boolean busy) {
        this.busy = busy;
        if (!busy) {
            form.keepRoomOfFailure(false);
        }
        update();
    }

    /** Tells whether the user can type and submit. */
    boolean isReady() {
        return enabled && !busy && !waiting;
    }

    boolean isLocked() {
        return lockedUser != null;
    }

    void setLockedUser(@Nullable AuthUser user) {
        lockedUser = user;
        form.setLockedUser(user == null ? null : PlainText.oneLine(user.displayName()));
        update();
    }

    void showFailure(AuthException failure) {
        this.failure = failure;
        announcement = failureTexts().announcement(failure);
        form.blame(form.password.field(), announcement, false);
        if (failure.reason() == Reason.TOO_MANY_ATTEMPTS && failure.retryAfter().isPresent()) {
            countdown.start(failure.retryAfter().get());
        } else {
            stopWaiting();
        }
        update();
    }

    void clearFailure() {
        failure = null;
        stopWaiting();
        form.failure.clear();
        form.blame(null, "", false);
        update();
    }

    /** Takes the message away because the next attempt begins; nothing moves, because it may well come back. */
    void clearFailureForAttempt() {
        form.keepRoomOfFailure(form.failure.isVisible());
        clearFailure();
    }

    /** Asks for something that is missing, although nobody has refused anything. */
    void showHint(String key, JComponent culprit) {
        String hint = messages.get(key);
        showHint(hint);
        form.blame(culprit, hint, true);
    }

    /** Says something that is no refusal. */
    void showHint(String hint) {
        clearFailure();
        form.failure.hint(hint);
    }

    void showNotice(SessionMemory.@Nullable Notice notice) {
        this.notice = notice;
        update();
    }

    String message(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** Stops what ticks while nobody can see it. */
    void pause() {
        countdown.pause();
    }

    void resume() {
        countdown.resume();
    }

    private void stopWaiting() {
        waiting = false;
        countdown.stop();
    }

    private void countDown(Duration left) {
        waiting = !left.isZero();
        if (!waiting) {
            showHint(messages.get("failure.too_many_attempts.over"));
        } else if (failure != null) {
            failure = failure.withRetryAfter(left);
            update();
        }
    }

    private void update() {
        form.setTitle(lockedUser != null && title == null ? messages.get("title.locked") : title());
        form.setInputEnabled(enabled && !busy);
        form.login.setEnabled(isReady());
        PlainText.setText(form.login, loginText());
        String action = lockedUser != null ? "unlock" : "login";
        Spoken.describe(form.login, messages.get(action + ".description"));
        form.setBusy(busy);
        String news = notice == null ? null : messages.get("notice." + notice);
        form.notice.setText(news == null ? "" : news);
        form.notice.announce(news);
        form.notice.setVisible(news != null);
        if (failure != null) {
            form.failure.tell(messages.get("accessDenied"), failureTexts().sentence(failure), announcement);
        }
        form.revalidate();
        form.repaint();
    }

    private Messages failureTexts() {
        return lockedUser == null ? messages : messages.forKnownUser();
    }

    private String loginText() {
        if (waiting && failure != null) {
            Duration wait = failure.retryAfter().orElse(Duration.ZERO);
            return messages.timed("login.wait", wait);
        }
        String key = lockedUser != null ? "unlock" : "login";
        return messages.get(busy ? key + ".busy" : key);
    }
}
