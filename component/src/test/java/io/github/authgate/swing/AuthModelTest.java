package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import java.beans.PropertyVetoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthModelTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);

    private State state() {
        return OnEdt.get(model::getState);
    }

    private void login(String name) {
        OnEdt.run(() -> model.login(new Credentials(name, "secret".toCharArray(), false)));
    }

    private void loggedIn(String id, String name) {
        login(name);
        service.lastLogin().grant(id, name);
        OnEdt.settle();
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void nobodyIsLoggedInAtFirst() {
        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getSession()))).isEmpty();
        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getFailure()))).isEmpty();
        assertThat(OnEdt.get(model::isBusy)).isFalse();
    }

    @Test
    void aGrantedLoginOpensAndIsKept() {
        login("ann");
        assertThat(state()).isEqualTo(State.LOGGING_IN);
        assertThat(OnEdt.get(model::isBusy)).isTrue();

        service.login().grant("7", "ann");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
        assertThat(OnEdt.get(() -> model.getSession().user().getName())).isEqualTo("ann");
        assertThat(service.kept).hasSize(1);
    }

    @Test
    void aRefusedLoginSaysWhyAndStoresNothing() {
        login("ann");
        service.login().refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> model.getFailure().reason())).isEqualTo(Reason.INVALID_CREDENTIALS);
        assertThat(service.kept).isEmpty();
    }

    @Test
    void theNextAttemptTakesTheFailureAway() {
        login("ann");
        service.login().refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();
        login("ann");

        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getFailure()))).isEmpty();
    }

    @Test
    void credentialsAreClosedWhateverBecomesOfThem() {
        Credentials first = new Credentials("ann", "secret".toCharArray(), false);
        Credentials second = new Credentials("ann", "secret".toCharArray(), false);
        OnEdt.run(() -> {
            model.login(first);
            model.login(second);
        });

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
        assertThat(service.logins).hasSize(1);
    }

    @Test
    void aLateAnswerAfterCancelChangesNothingAndItsTokenIsForgotten() {
        login("ann");
        CompletableFuture<AuthSession> answer = service.login().answer;
        OnEdt.run(() -> {
            answer.complete(ScriptedService.session("7", "ann"));
            model.cancel();
        });
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(service.kept).isEmpty();
        assertThat(service.loggedOut).hasSize(1);
    }

    @Test
    void theAnswerOfAnEarlierAttemptDoesNotEndTheLaterOne() {
        login("ann");
        OnEdt.run(model::cancel);
        login("ann");
        service.logins.get(0).refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGING_IN);
    }

    @Test
    void aStoredSessionIsRestoredWithoutBeingStoredAgain() {
        service.stored = Optional.of(ScriptedService.session("7", "ann"));
        OnEdt.run(model::restore);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
        assertThat(service.kept).isEmpty();
    }

    @Test
    void whereNothingIsStoredThePlainFormAsks() {
        OnEdt.run(model::restore);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getFailure()))).isEmpty();
    }

    @Test
    void aRestoreThatFailsSaysWhy() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> model.getFailure().reason())).isEqualTo(Reason.SERVER_UNREACHABLE);
    }

    @Test
    void logoutForgetsTheSessionAndTellsTheService() {
        loggedIn("7", "ann");
        OnEdt.run(model::logout);

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(service.loggedOut).hasSize(1);
        OnEdt.run(model::logout);
        assertThat(service.loggedOut).hasSize(1);
    }

    @Test
    void lockHidesTheSessionAndNamesItsUser() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getSession()))).isEmpty();
        assertThat(OnEdt.get(() -> model.getLockedUser().id())).isEqualTo("7");
    }

    @Test
    void theSameUserUnlocksUnderTheNameThatWasTyped() {
        login("ann@example.org");
        service.login().grant("7", "ann");
        OnEdt.settle();
        OnEdt.run(model::lock);
        assertThat(OnEdt.get(() -> model.life().state().loginName())).isEqualTo("ann@example.org");

        login("ann@example.org");
        assertThat(state()).isEqualTo(State.LOGGING_IN);
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aFailedUnlockStaysLocked() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);
        login("ann");
        service.lastLogin().refuse(Reason.SERVER_UNREACHABLE);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void anotherUserTakesOverIfNobodyObjectsAndTheFirstIsLoggedOut() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);
        login("eve");
        service.lastLogin().grant("8", "eve");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
        assertThat(OnEdt.get(() -> model.getSession().user().id())).isEqualTo("8");
        assertThat(service.loggedOut).extracting(session -> session.user().id()).containsExactly("7");
    }

    @Test
    void aVetoKeepsTheLockAndLogsTheNewcomerOutWithoutStoringAnything() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);
        service.kept.clear();
        model.addVetoableChangeListener(event -> {
            assertThat(event.getPropertyName()).isEqualTo("user");
            throw new PropertyVetoException("three unsaved documents", event);
        });
        login("eve");
        service.lastLogin().grant("8", "eve");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(OnEdt.get(() -> model.getFailure().code())).isEqualTo("user_change_refused");
        assertThat(service.loggedOut).extracting(session -> session.user().id()).containsExactly("8");
        assertThat(service.kept).isEmpty();
    }

    @Test
    void aFailureIsAChangeAndSoIsItsEnd() {
        List<Object> heard = new ArrayList<>();
        model.addPropertyChangeListener("failure", event -> heard.add(event.getNewValue()));
        login("ann");
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();
        assertThat(heard).containsExactly(OnEdt.get(model::getFailure));

        login("ann");
        OnEdt.settle();
        assertThat(heard).hasSize(2).last().isNull();
    }

    @Test
    void nobodyIsAskedForAVetoWhereNobodyWasBefore() {
        List<Object> asked = new ArrayList<>();
        model.addVetoableChangeListener(event -> asked.add(event.getNewValue()));

        loggedIn("7", "ann");

        assertThat(asked).isEmpty();
    }

    @Test
    void aVetoListenerThatThrowsAnythingIsANo() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);
        model.addVetoableChangeListener(event -> {
            throw new IllegalStateException("bug");
        });
        login("eve");
        service.lastLogin().grant("8", "eve");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reported.all()).hasSize(1);
    }

    @Test
    void aSessionThatWasLoggedOutDuringTheQuestionIsNotOpened() {
        loggedIn("7", "ann");
        OnEdt.run(model::lock);
        model.addVetoableChangeListener(event -> model.logout());
        login("eve");
        service.lastLogin().grant("8", "eve");
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(service.loggedOut).extracting(session -> session.user().id()).containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void theHostMayReportAnExpiredSessionFromAnyThread() {
        loggedIn("7", "ann");

        model.sessionExpired();
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(OnEdt.get(() -> model.getFailure().reason())).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void theHostMayReportASessionThatTheServerHasConfirmedSince() {
        loggedIn("7", "ann");
        AuthSession seenByTheHost = OnEdt.get(model::getSession);
        OnEdt.run(() -> model.life().confirmNow());
        service.revalidations.get(0).complete(ScriptedService.confirmed(seenByTheHost));
        OnEdt.settle();
        assertThat(OnEdt.get(model::getSession)).isNotSameAs(seenByTheHost);

        model.sessionExpired(seenByTheHost);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void theStoredTokenOfASessionThatHasEndedIsForgotten() {
        loggedIn("7", "ann");
        AuthSession ended = OnEdt.get(model::getSession);

        model.sessionExpired();
        model.sessionExpired();
        OnEdt.settle();

        assertThat(service.loggedOut).containsExactly(ended);
        assertThat(OnEdt.get(() -> model.getLockedUser().id())).isEqualTo("7");
    }

    @Test
    void logoutForgetsAStoredSessionThatIsBeingChecked() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);

        OnEdt.run(model::logout);

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(service.forgotten).hasValue(1);
    }

    @Test
    void logoutForgetsAStoredSessionThatCouldNotBeChecked() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        service.deletes = false;

        OnEdt.run(model::logout);
        OnEdt.settle();

        assertThat(service.forgotten).hasValue(1);
        assertThat(OnEdt.get(() -> model.life().memory().notice())).isEqualTo(SessionMemory.Notice.NOT_FORGOTTEN);
        assertThat(OnEdt.get(() -> Optional.ofNullable(model.getFailure()))).isEmpty();
    }

    @Test
    void aListenerIsAddedForAPropertyWithAName() {
        assertThatThrownBy(() -> model.addPropertyChangeListener(null, event -> {}))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("property");
    }

    @Test
    void anExpiredSessionOfThePastIsIgnored() {
        AuthSession past = ScriptedService.session("7", "ann");
        loggedIn("7", "ann");

        model.sessionExpired(past);
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void loggingInWhileLoggedInProlongsTheSession() {
        loggedIn("7", "ann");
        login("ann");
        assertThat(state()).isEqualTo(State.LOGGED_IN);
        assertThat(OnEdt.get(model::isBusy)).isTrue();
        AuthSession renewed = ScriptedService.session("7", "ann");
        service.lastLogin().answer.complete(renewed);
        OnEdt.settle();

        assertThat(OnEdt.get(model::getSession)).isSameAs(renewed);
    }

    @Test
    void everyListenerHearsOfTheFinalStateInOrderEvenIfOneThrowsOrChangesIt() {
        List<String> heard = new ArrayList<>();
        model.addPropertyChangeListener("state", event -> {
            throw new IllegalStateException("careless");
        });
        model.addPropertyChangeListener("state", event -> {
            if (event.getNewValue() == State.LOGGED_IN) {
                model.logout();
            }
        });
        model.addPropertyChangeListener("state", event -> heard.add(event.getOldValue() + ">" + event.getNewValue()));
        login("ann");
        service.login().grant("7", "ann");
        OnEdt.settle();

        assertThat(heard).containsExactly("LOGGED_OUT>LOGGING_IN", "LOGGING_IN>LOGGED_IN", "LOGGED_IN>LOGGED_OUT");
        assertThat(reported.all()).hasSize(3);
        assertThat(state()).isEqualTo(State.LOGGED_OUT);
    }

    @Test
    void allPropertiesHaveTheirNewValuesBeforeTheFirstListenerHears() {
        List<Object> seen = new ArrayList<>();
        model.addPropertyChangeListener(event -> seen.addAll(
                Arrays.asList(event.getPropertyName(), model.getState(), model.getSession() != null, model.isBusy())));
        login("ann");
        seen.clear();
        service.login().grant("7", "ann");
        OnEdt.settle();

        assertThat(seen)
                .containsExactly(
                        "state",
                        State.LOGGED_IN,
                        true,
                        false,
                        "session",
                        State.LOGGED_IN,
                        true,
                        false,
                        "busy",
                        State.LOGGED_IN,
                        true,
                        false);
    }

    @Test
    void aRemovedListenerHearsNothing() {
        List<Object> heard = new ArrayList<>();
        java.beans.PropertyChangeListener listener = heard::add;
        model.addPropertyChangeListener(listener);
        model.addPropertyChangeListener("state", listener);
        model.removePropertyChangeListener(listener);
        model.removePropertyChangeListener("state", listener);
        login("ann");

        assertThat(heard).isEmpty();
    }

    @Test
    void aServiceThatThrowsIsAFault() {
        ScriptedService broken = new ScriptedService();
        AuthModel brokenModel = new AuthModel(new BrokenService(broken, () -> {
            throw new IllegalStateException("bug");
        }));
        OnEdt.run(() -> brokenModel.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.settle();

        assertThat(OnEdt.get(brokenModel::getState)).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> brokenModel.getFailure().code())).isEqualTo("service_failed");
    }

    @Test
    void aServiceThatReturnsNoFutureIsAFault() {
        AuthModel brokenModel = new AuthModel(new BrokenService(service, () -> null));
        OnEdt.run(() -> brokenModel.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.settle();

        assertThat(OnEdt.get(() -> brokenModel.getFailure().code())).isEqualTo("service_failed");
    }

    @Test
    void aServiceThatFailsWithAnythingElseIsAFault() {
        login("ann");
        service.login().answer.completeExceptionally(new OutOfMemoryError("test"));
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(OnEdt.get(() -> model.getFailure().reason())).isEqualTo(Reason.SERVER_FAULT);
    }

    @Test
    void belongsOnTheEventDispatchThread() {
        Credentials credentials = new Credentials("ann", "secret".toCharArray(), false);

        assertThatThrownBy(() -> model.login(credentials))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AuthModel.login")
                .hasMessageContaining("invokeLater");
        assertThat(credentials.isClosed()).isTrue();
        assertThatThrownBy(model::restore).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::cancel).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::logout).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::lock).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::getState).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::getSession).isInstanceOf(IllegalStateException.class);
    }

    /** A service whose login does something unheard of. */
    private static final class BrokenService implements io.github.authgate.AuthService {

        private final ScriptedService rest;
        private final java.util.function.Supplier<CompletableFuture<AuthSession>> login;

        private BrokenService(ScriptedService rest, java.util.function.Supplier<CompletableFuture<AuthSession>> login) {
            this.rest = rest;
            this.login = login;
        }

        @Override
        public CompletableFuture<AuthSession> login(Credentials credentials) {
            return login.get();
        }

        @Override
        public CompletableFuture<Optional<AuthSession>> restore() {
            return rest.restore();
        }

        @Override
        public CompletableFuture<AuthSession> revalidate(AuthSession session) {
            return rest.revalidate(session);
        }

        @Override
        public CompletableFuture<Boolean> logout(AuthSession session) {
            return rest.logout(session);
        }
    }
}
