package io.github.authgate.demo;

import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.swing.AuthModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Who is logged in, for how long still, and whether there is something to save. It ticks only while it can be seen. */
final class StatusBar extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient AuthModel model;
    private final transient Workbook workbook;
    private final JLabel user = Parts.plainLabel("demo.user");
    private final JLabel changes = Parts.plainLabel("demo.changes");
    private final JLabel remaining = Parts.plainLabel("demo.remaining");
    private final transient Runnable changeListener = this::showChanges;
    private final Timer timer = new Timer(1000, event -> showRemaining());

    StatusBar(AuthModel model, Workbook workbook, AuthUser who) {
        super(new MigLayout("insets 4 10 4 10, fillx", "[grow][]unrel[]", ""));
        this.model = model;
        this.workbook = workbook;
        String roles = String.join(", ", who.roles());
        user.setText(RemoteText.plain(who.displayName() + (roles.isEmpty() ? "" : " · " + roles)));
        add(user, "wmin 0");
        add(changes);
        add(remaining);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        workbook.addListener(changeListener);
        timer.start();
        showChanges();
        showRemaining();
    }

    @Override
    public void removeNotify() {
        timer.stop();
        workbook.removeListener(changeListener);
        super.removeNotify();
    }

    private void showChanges() {
        changes.setText(workbook.isModified() ? "Unsaved changes" : "Saved");
    }

    private void showRemaining() {
        AuthSession session = model.getSession();
        Optional<Instant> end =
                Optional.ofNullable(session).flatMap(open -> open.accessToken().expiresAt());
        remaining.setText(end.map(StatusBar::text).orElse("Session: open end"));
    }

    private static String text(Instant end) {
        Duration left = Duration.between(Instant.now(), end);
        long seconds = Math.max(0, left.toSeconds());
        return seconds >= 3600
                ? String.format(Locale.ROOT, "Session: %d:%02d h", seconds / 3600, seconds / 60 % 60)
                : String.format(Locale.ROOT, "Session: %d:%02d min", seconds / 60, seconds % 60);
    }
}
