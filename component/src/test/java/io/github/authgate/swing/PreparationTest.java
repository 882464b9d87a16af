package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import java.awt.BorderLayout;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

/** When a service is asked to get ready for a login. */
class PreparationTest {

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final AuthGate gate = OnEdt.get(() -> new AuthGate(model, session -> new JPanel()));
    private final JPanel window = new JPanel(new BorderLayout());

    private void show() {
        OnEdt.run(() -> {
            window.setSize(400, 400);
            window.add(gate);
            window.addNotify();
        });
        OnEdt.settle();
    }

    /** Paints what the window shows, and tells how often the service had been asked by the end of that event. */
    private int paint() {
        int asked = OnEdt.get(() -> {
            paintNow();
            return service.preparations.size();
        });
        OnEdt.settle();
        return asked;
    }

    private void paintNow() {
        window.validate();
        window.paint(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB).createGraphics());
    }

    @Test
    void theServiceIsNotAskedBeforeTheFormHasBeenPainted() {
        show();

        assertThat(service.preparations).isEmpty();
        assertThat(paint()).isZero();
        assertThat(service.preparations).hasSize(1);
    }

    @Test
    void itIsAskedOnceHoweverOftenTheFormIsPainted() {
        show();
        paint();
        paint();
        OnEdt.run(() -> model.login(new Credentials("ann", "wrong".toCharArray(), false)));
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();
        paint();

        assertThat(service.preparations).hasSize(1);
    }

    @Test
    void aSessionThatIsRestoredNeedsNoPreparation() {
        service.stored = Optional.of(ScriptedService.session("7", "ann"));
        show();
        paint();

        assertThat(service.preparations).isEmpty();
    }

    @Test
    void whileAStoredSessionIsBeingLookedForThereIsNoFormToPrepareFor() {
        service.holdsRestore = true;
        show();
        paint();

        assertThat(service.preparations).isEmpty();
    }

    @Test
    void aGateThatGoesAwayGivesThePreparationUpAndOneThatComesBackBeginsItAnew() {
        service.holdsPreparation = true;
        show();
        paint();
        OnEdt.run(() -> window.remove(gate));
        OnEdt.settle();

        assertThat(service.preparations.get(0)).isCancelled();

        show();
        paint();

        assertThat(service.preparations).hasSize(2);
    }

    @Test
    void aGateThatGoesAwayRightAfterItsFirstPaintPreparesNothing() {
        service.holdsPreparation = true;
        show();
        OnEdt.run(() -> {
            paintNow();
            window.remove(gate);
        });
        OnEdt.settle();

        assertThat(service.preparations).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void theSiteTellsItsNameWhereTheHostHasSetNone() {
        service.site = Optional.of(SiteInfo.of("Example & Co", URI.create("https://example.org"))
                .withLostPasswordUri(URI.create("https://example.org/lost")));
        show();
        paint();

        assertThat(OnEdt.get(() -> gate.getLoginPanel().getSiteName())).isEqualTo("Example & Co");
        assertThat(OnEdt.get(() -> gate.getLoginPanel().getForgotPasswordUri()))
                .isEqualTo(URI.create("https://example.org/lost"));
    }
}
