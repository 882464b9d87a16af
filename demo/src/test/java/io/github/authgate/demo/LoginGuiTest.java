package io.github.authgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In and out. */
class LoginGuiTest extends DemoGuiTest {

    @Test
    void theToolShowsAfterTheLoginAndSaysWhoIsThere() {
        gate.requireForm().logIn("anna", "anna-2026").requireContent();

        window.label("demo.user").requireText("Anna Weber · administrator");
        window.table("demo.orders").requireRowCount(9);
    }

    @Test
    void aWrongPasswordIsDeniedAndTheRightOneThenOpens() {
        gate.logIn("anna", "guess").requireDenied("User name or password is wrong.");

        gate.enterPassword("anna-2026").clickLogIn().requireContent();
    }

    @Test
    void aBlockedAccountIsDenied() {
        gate.logIn("carla", "carla-2026")
                .requireDenied("This account may not log in here. Please ask the administrator of the site.");
    }

    @Test
    void aSiteOutOfReachIsSaidAndWhatWasTypedIsKept() {
        choose("down");
        gate.logIn("anna", "anna-2026")
                .requireDenied("The server cannot be reached. Check your network connection and try again.");
        choose("down");

        gate.clickLogIn().requireContent();
    }

    @Test
    void aLoginOverASlowNetworkCanBeCancelled() {
        site.holdAnswers("/jwt-auth/v1/token");
        gate.logIn("anna", "anna-2026").requireBusy().cancel().requireForm();

        site.releaseAnswers();
        settle();
        gate.requireForm();

        gate.enterPassword("anna-2026").clickLogIn().requireContent();
    }

    @Test
    void whoIsRememberedSeesTheToolAfterARestartWithoutTyping() {
        gate.checkRememberMe();
        logIn(ANNA);

        restart();

        gate.requireContent();
        window.label("demo.user").requireText("Anna Weber · administrator");
    }

    @Test
    void whoIsNotRememberedLogsInAgain() {
        logIn(ANNA);

        restart();

        gate.requireForm();
    }

    @Test
    void whoWasDeletedMeanwhileFindsTheFormAndNothingIsStoredAnyMore() throws IOException {
        gate.checkRememberMe();
        logIn(BEN);
        site.deleteUser("ben");

        restart();

        gate.requireDenied("Your session was ended by the site. Please log in again.")
                .requireForm();
        assertThat(stored()).isEmpty();
    }

    @Test
    void loggingOutForgetsWhoWasRemembered() throws IOException {
        gate.checkRememberMe();
        logIn(ANNA);
        assertThat(stored()).isPresent();

        choose("logout");

        gate.requireForm();
        assertThat(stored()).isEmpty();
    }

    @Test
    void loggingOutWithUnsavedChangesAsksFirst() {
        logIn(ANNA);
        openTab("Notes");
        window.textBox("demo.notes").enterText("half a note");

        choose("logout");
        window.optionPane()
                .requireMessage("There are unsaved changes.")
                .buttonWithText("Cancel")
                .click();
        gate.requireContent();

        choose("logout");
        window.optionPane().buttonWithText("Discard").click();
        gate.requireForm();
    }

    private Optional<String> stored() throws IOException {
        return store.load(site.address().toString());
    }
}
