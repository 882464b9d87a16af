package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.swing.AuthStates.Event;
import org.junit.jupiter.api.Test;

class SessionStateTest {

    private static final AuthSession ANN = ScriptedService.session("7", "ann");
    private static final AuthSession BOB = ScriptedService.session("8", "bob");
    private static final AuthException NO = new AuthException(Reason.INVALID_CREDENTIALS);

    private SessionState state = SessionState.NOBODY;

    private void happen(Event event, AuthSession granted, AuthException why) {
        state = state.after(state.next(event).orElseThrow(), granted, why);
    }

    private void logIn(AuthSession session) {
        happen(Event.LOGIN, null, null);
        happen(
                state.user() == null || state.isOf(session.user()) ? Event.GRANTED : Event.GRANTED_TO_ANOTHER,
                session,
                null);
    }

    @Test
    void nobodyHasNoSessionAndNothingFollowsFromALock() {
        assertThat(state.openSession()).isNull();
        assertThat(state.user()).isNull();
        assertThat(state.loginName()).isEmpty();
        assertThat(state.isOf(ANN.user())).isFalse();
        assertThat(state.isRemembered()).isFalse();
        assertThat(state.next(Event.LOCK)).isEmpty();
    }

    @Test
    void aSessionThatIsLockedIsKeptAndNotOpen() {
        logIn(ANN);
        assertThat(state.openSession()).isSameAs(ANN);
        assertThat(state.lockedUser()).isNull();

        happen(Event.LOCK, null, null);
        assertThat(state.openSession()).isNull();
        assertThat(state.session()).isSameAs(ANN);
        assertThat(state.lockedUser()).isSameAs(ANN.user());
    }

    @Test
    void whoWantsToBeRememberedIsTheSessionsToSay() {
        logIn(ANN);
        assertThat(state.isRemembered()).isFalse();

        logIn(ANN.withRememberMe(true));
        assertThat(state.isRemembered()).isTrue();
    }

    @Test
    void aStayLastsUntilTheLogoutOrTheNextUser() {
        logIn(ANN);
        Object stay = state.stay();
        happen(Event.LOCK, null, null);
        logIn(ScriptedService.confirmed(ANN));
        assertThat(state.stay()).isSameAs(stay);

        happen(Event.LOCK, null, null);
        logIn(BOB);
        assertThat(state.stay()).isNotNull().isNotSameAs(stay);
        assertThat(state.isOf(BOB.user())).isTrue();

        happen(Event.LOGOUT, null, null);
        assertThat(state.stay()).isNull();
    }

    @Test
    void aFailureIsSaidUntilTheNextAttemptBegins() {
        happen(Event.LOGIN, null, null);
        happen(Event.FAILED, null, NO);
        assertThat(state.failure()).isSameAs(NO);

        happen(Event.LOGIN, null, null);
        assertThat(state.failure()).isNull();
        happen(Event.FAILED, null, NO);
        happen(Event.LOGOUT, null, null);
        assertThat(state.failure()).isNull();
    }

    @Test
    void anAttemptThatIsCancelledLeavesNothingToSay() {
        logIn(ANN);
        happen(Event.ENDED, null, NO);
        happen(Event.LOGIN, null, null);
        happen(Event.CANCEL, null, null);
        assertThat(state.failure()).isNull();
        assertThat(state.lockedUser()).isSameAs(ANN.user());
    }

    @Test
    void usersLogInAgainUnderTheNameTheyTypedElseTheirAddressElseTheirShortName() {
        AuthSession addressed = AuthSession.of(
                AuthUser.builder("7", "ann").email("ann@example.org").build(), AccessToken.of("a.token", null));
        logIn(ANN);
        assertThat(state.loginName()).isEqualTo("ann");
        logIn(addressed);
        assertThat(state.loginName()).isEqualTo("ann@example.org");
        state = state.withTypedName("Ann");
        assertThat(state.loginName()).isEqualTo("Ann");

        happen(Event.LOGOUT, null, null);
        logIn(addressed);
        assertThat(state.loginName()).as("after a logout").isEqualTo("ann@example.org");
    }
}
