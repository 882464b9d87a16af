package io.github.authgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.testkit.AuthGateFixture;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JTextField;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.Test;

/** A day with the tool: locked and unlocked, warned, expired, shared and handed over. */
class SessionGuiTest extends DemoGuiTest {

    private static final String EXPIRED = "Your session has expired. Please log in again.";

    @SuppressWarnings("deprecation") // the masks that AssertJ-Swing's robot takes
    private void pressWithControl(int key) {
        robot.pressAndReleaseKey(key, InputEvent.CTRL_MASK);
        settle();
    }

    /** Opens the tab with the posts of the site and returns the field for the title of the newest. */
    private JTextField openPost() {
        openTab("Website");
        JTextComponentFixture title = window.textBox("demo.postTitle");
        until("the posts have come", () -> !title.target().getText().isEmpty());
        return (JTextField) title.target();
    }

    private void untilMessage(String message) {
        until(
                "it says " + message,
                () -> message.equals(window.label("demo.postMessage").target().getText()));
    }

    @Test
    void aLockKeepsTextCaretSelectionAndUndoOfThePostThatIsEdited() {
        logIn(ANNA);
        JTextField title = openPost();
        window.textBox("demo.postTitle").click();
        press(KeyEvent.VK_HOME);
        type("New: ");
        doOnEdt(() -> title.select(5, 8));

        choose("lock");
        gate.requireLockedFor("Anna Weber");
        assertThat(onEdt(title::isShowing)).isFalse();
        gate.unlock("anna-2026").requireContent();

        untilFocused(title);
        window.textBox("demo.postTitle").requireText("New: Oak from the region: why we chose it");
        assertThat(onEdt(title::getSelectedText)).isEqualTo("Oak");
        assertThat(onEdt(title::getCaretPosition)).isEqualTo(8);
        for (int i = 0; i < "New: ".length(); i++) {
            pressWithControl(KeyEvent.VK_Z);
        }
        window.textBox("demo.postTitle").requireText("Oak from the region: why we chose it");
    }

    @Test
    void aPostIsEditedAndSaved() {
        logIn(ANNA);
        openPost();
        window.textBox("demo.postTitle").deleteText().enterText("Oak & ash");
        window.button("demo.savePost").click();

        untilMessage("Saved on the site.");
        assertThat(site.postTitles()).first().isEqualTo("Oak & ash");
    }

    @Test
    void aSaveThatMeetsTheEndOfTheSessionIsMadeAfterTheNextLogin() {
        logIn(ANNA);
        openPost();
        window.textBox("demo.postTitle").deleteText().enterText("Ash");
        site.expireTokens();
        window.button("demo.savePost").click();

        gate.requireDenied(EXPIRED).requireLockedFor("Anna Weber");
        assertThat(site.postTitles()).doesNotContain("Ash");
        gate.unlock("anna-2026").requireContent();

        untilMessage("Saved on the site.");
        assertThat(site.postTitles()).first().isEqualTo("Ash");
    }

    @Test
    void twentyRequestsAtOnceThatMeetTheEndOfTheSessionAskForOnePasswordAndAllSucceed() {
        logIn(ANNA);
        openPost();
        long before = count("GET /wp/v2/posts");
        site.expireTokens();
        // in one event: those that come after the first refusal would wait before they are made
        List<CompletableFuture<List<Post>>> answers =
                onEdt(() -> Stream.generate(app.posts()::newest).limit(20).collect(Collectors.toList()));
        gate.requireDenied(EXPIRED).requireLockedFor("Anna Weber");
        until("all have been asked", () -> count("GET /wp/v2/posts") == before + 20);
        assertThat(answers).noneMatch(CompletableFuture::isDone);

        gate.unlock("anna-2026").requireContent();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get(20, TimeUnit.SECONDS)).hasSize(3));
        assertThat(count("POST /jwt-auth/v1/token")).as("logins").isEqualTo(2);
        assertThat(count("GET /wp/v2/posts")).isEqualTo(before + 40);
        gate.requireContent();
    }

    private long count(String request) {
        return site.requests().stream().filter(request::equals).count();
    }

    @Test
    void aContributorMayNotEditWhatOthersHaveWritten() {
        logIn(BEN);
        openPost();
        window.textBox("demo.postTitle").deleteText().enterText("Ben was here");
        window.button("demo.savePost").click();

        untilMessage("Your account may not do this on the site.");
        assertThat(site.postTitles()).doesNotContain("Ben was here");
        gate.requireContent();
    }

    @Test
    void anExpiredSessionAsksForThePasswordAndGoesOn() {
        logIn(ANNA);

        choose("expire");

        gate.requireDenied(EXPIRED)
                .requireLockedFor("Anna Weber")
                .unlock("anna-2026")
                .requireContent();
    }

    @Test
    void aWarningComesBeforeTheEndAndTheSessionIsProlongedOnTheSpot() {
        site.setTokenLifetime(Duration.ofSeconds(90));
        logIn(ANNA);
        gate.requireBanner(Pattern.compile("Your session ends in .*"));
        site.setTokenLifetime(Duration.ofHours(1));

        gate.stayLoggedIn("anna-2026").requireNoBanner();

        until(
                "the status bar counts an hour",
                () -> window.label("demo.remaining").target().getText().matches("Session: (59:\\d\\d min|1:00 h)"));
    }

    @Test
    void aRestrictedAccountSeesAccessDeniedAndCanSwitchUser() {
        logIn(BEN);
        openTab("Staff");
        AuthGateFixture staff = new AuthGateFixture(robot, "demo.staffGate");
        staff.requireDenied(
                "Your account does not have the permission that this program needs. Please ask the administrator.");
        gate.requireContent();

        staff.switchUser();
        logIn(ANNA);

        openTab("Staff");
        new AuthGateFixture(robot, "demo.staffGate").requireContent();
        window.table("demo.staff").requireRowCount(4);
    }

    @Test
    void nobodyTakesOverWhileThereAreUnsavedChanges() {
        logIn(ANNA);
        openTab("Notes");
        window.textBox("demo.notes").enterText("half a note ");
        choose("lock");

        gate.switchUser()
                .logIn("ben", "ben-2026")
                .requireDenied("The work of the user before you has not been finished, so you cannot take over yet.");

        gate.logIn("anna", "anna-2026").requireContent();
        assertThat(window.textBox("demo.notes").text()).startsWith("half a note ");
        pressWithControl(KeyEvent.VK_S);
        window.label("demo.changes").requireText("Saved");
        choose("lock");
        gate.switchUser().logIn("ben", "ben-2026").requireContent();
        window.label("demo.user").requireText("Ben Okafor · contributor");
        openTab("Notes");
        assertThat(window.textBox("demo.notes").text()).doesNotContain("half a note");
    }

    @Test
    void theMenuOfTheToolSleepsWhileNobodyIsLoggedIn() {
        gate.requireForm();
        window.menuItem("demo.menu.save").requireDisabled();
        window.menuItem("demo.menu.exit").requireEnabled();

        logIn(ANNA);

        window.menuItem("demo.menu.save").requireEnabled();
    }
}
