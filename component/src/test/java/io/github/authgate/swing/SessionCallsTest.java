package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

/** The host's own requests, and sessions that end under them. */
class SessionCallsTest {

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final List<CompletableFuture<String>> requests = new CopyOnWriteArrayList<>();
    private final List<AuthSession> sessions = new CopyOnWriteArrayList<>();

    private boolean isStubborn;

    private final Function<AuthSession, CompletableFuture<String>> request = session -> {
        CompletableFuture<String> answer = isStubborn ? new Stubborn() : new CompletableFuture<>();
        sessions.add(session);
        requests.add(answer);
        return answer;
    };

    private void logIn(String id, String name) {
        OnEdt.run(() -> model.login(new Credentials(name, "secret".toCharArray(), false)));
        service.lastLogin().grant(id, name);
        OnEdt.settle();
    }

    private void expire(int from, int to) {
        for (int i = from; i < to; i++) {
            requests.get(i).completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
        }
        OnEdt.settle();
    }

    private State state() {
        return OnEdt.get(model::getState);
    }

    @Test
    void aRequestIsMadeWithTheOpenSession() {
        logIn("7", "ann");

        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        requests.get(0).complete("answer");

        assertThat(call).isCompletedWithValue("answer");
        assertThat(sessions.get(0).user().getName()).isEqualTo("ann");
    }

    @Test
    void twentyRequestsThatAreRefusedLeadToOneLoginAndTwentyAnswers() {
        logIn("7", "ann");
        List<Object> locks = new ArrayList<>();
        model.addPropertyChangeListener("state", event -> {
            if (event.getNewValue() == State.LOCKED) {
                locks.add(event);
            }
        });
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(model.call(request));
        }
        OnEdt.settle();
        expire(0, 20);

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(calls).noneMatch(CompletableFuture::isDone);

        logIn("7", "ann");
        assertThat(requests).hasSize(40);
        requests.subList(20, 40).forEach(answer -> answer.complete("answer"));

        assertThat(calls).allMatch(call -> "answer".equals(call.getNow(null)));
        assertThat(locks).hasSize(1);
        assertThat(service.logins).hasSize(2);
    }

    @Test
    void aRequestIsNotMadeAThirdTime() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        expire(0, 1);
        logIn("7", "ann");
        expire(1, 2);

        assertThat(call).isCompletedExceptionally();
        assertThat(requests).hasSize(2);
        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void callOnceNeverRepeatsButLocks() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.callOnce(request);
        OnEdt.settle();
        expire(0, 1);

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(call).isCompletedExceptionally();
        logIn("7", "ann");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aRequestMadeWhileLockedWaits() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        assertThat(requests).isEmpty();

        logIn("7", "ann");
        requests.get(0).complete("answer");

        assertThat(call).isCompletedWithValue("answer");
    }

    @Test
    void aRequestThatHasWaitedIsMadeOnceHoweverManyLoginsFollow() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        logIn("7", "ann");
        OnEdt.run(model::lock);
        logIn("7", "ann");

        assertThat(requests).hasSize(1);
        assertThat(call).isNotDone();
    }

    @Test
    void logoutEndsWaitingRequests() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        OnEdt.run(model::logout);

        assertThat(call).isCancelled();
        assertThat(requests).isEmpty();
    }

    @Test
    void aHostThatLogsOutWhenAnotherUserEndsItsRequestIsLoggedOutAndCanLogInAgain() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        model.call(request).whenComplete((answer, failure) -> model.logout());
        OnEdt.settle();
        logIn("8", "bob");
        assertThat(state()).isEqualTo(State.LOGGED_OUT);

        logIn("7", "ann");
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void anotherUserEndsTheRequestsOfTheFirst() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        logIn("8", "eve");

        assertThat(call).isCancelled();
        assertThat(requests).isEmpty();
    }

    @Test
    void aRequestThatContentMakesWhileItIsMadeIsOfTheNewStay() {
        List<CompletableFuture<String>> calls = new ArrayList<>();
        AuthGate gate = OnEdt.get(() -> new AuthGate(model, session -> {
            calls.add(model.call(request));
            return new JPanel();
        }));
        OnEdt.run(gate::addNotify);
        logIn("7", "ann");
        requests.get(0).complete("answer");

        assertThat(calls).singleElement().matches(call -> "answer".equals(call.getNow(null)));
    }

    @Test
    void logoutEndsRequestsUnderWay() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        CompletableFuture<String> once = model.callOnce(request);
        OnEdt.run(model::logout);

        assertThat(List.of(call, once)).allMatch(CompletableFuture::isCancelled);
        assertThat(requests).hasSize(2).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void aRequestThatIsRefusedAfterItsUserHasGoneIsNotRepeatedInTheNameOfTheNext() {
        logIn("7", "ann");
        isStubborn = true;
        CompletableFuture<String> call = model.call(request);
        OnEdt.run(model::logout);
        logIn("8", "bob");
        expire(0, 1);

        assertThat(sessions).hasSize(1);
        assertThat(call).isCancelled();
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aRequestThatWaitsForItsSecondTimeIsNotMadeInTheNameOfAnotherUser() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        expire(0, 1);
        logIn("8", "bob");

        assertThat(sessions).hasSize(1);
        assertThat(call).isCancelled();
    }

    @Test
    void aRefusalThatArrivesWhileTheContentOfTheNextUserIsMadeIsNotFollowedByASecondRequest() {
        AuthGate gate = OnEdt.get(() -> new AuthGate(model, session -> {
            if (session.user().getName().equals("bob")) {
                requests.get(0).completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
                SecondaryLoop dialog =
                        Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
                EventQueue.invokeLater(dialog::exit);
                dialog.enter();
            }
            return new JPanel();
        }));
        OnEdt.run(gate::addNotify);
        logIn("7", "ann");
        isStubborn = true;
        CompletableFuture<String> call = model.call(request);
        OnEdt.run(model::lock);
        logIn("8", "bob");

        assertThat(sessions).hasSize(1);
        assertThat(call).isCancelled();
    }

    @Test
    void anAnswerToAUserWhoHasGoneIsNotTold() {
        logIn("7", "ann");
        isStubborn = true;
        CompletableFuture<String> call = model.call(request);
        OnEdt.run(model::logout);
        logIn("8", "bob");
        requests.get(0).complete("answer");

        assertThat(call).isCancelled();
    }

    @Test
    void aRequestMadeBecauseOneOfTheUserBeforeHasEndedBelongsToTheNextUser() {
        logIn("7", "ann");
        OnEdt.run(model::lock);
        List<CompletableFuture<String>> next = new ArrayList<>();
        model.call(request).whenComplete((answer, failure) -> next.add(model.call(request)));
        OnEdt.settle();
        logIn("8", "bob");
        requests.get(0).complete("answer");

        assertThat(sessions).extracting(session -> session.user().getName()).containsExactly("bob");
        assertThat(next).singleElement().matches(call -> "answer".equals(call.getNow(null)));
    }

    @Test
    void whileNobodyIsLoggedInARequestIsCancelled() {
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();

        assertThat(call).isCancelled();
    }

    @Test
    void anyOtherFailureIsTheCallersAndLocksNothing() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        IllegalStateException failure = new IllegalStateException("the host's own");
        requests.get(0).completeExceptionally(failure);
        OnEdt.settle();

        assertThat(call).isCompletedExceptionally();
        assertThat(call.handle((value, e) -> e).join()).isSameAs(failure);
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aRequestThatThrowsIsTheCallersToo() {
        logIn("7", "ann");
        CompletableFuture<Object> call = model.call(session -> {
            throw new IllegalStateException("bug");
        });
        CompletableFuture<Object> none = model.call(session -> null);
        OnEdt.settle();

        assertThat(call).isCompletedExceptionally();
        assertThat(none).isCompletedExceptionally();
    }

    @Test
    void cancellingTheCallCancelsTheRequest() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        call.cancel(true);

        assertThat(requests.get(0)).isCancelled();
    }

    @Test
    void aRefusalOfASessionThatTheServerHasConfirmedMeanwhileLocks() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.callOnce(request);
        OnEdt.run(() -> model.life().confirmNow());
        service.revalidations.get(0).complete(ScriptedService.confirmed(sessions.get(0)));
        OnEdt.settle();
        expire(0, 1);

        assertThat(call).isCompletedExceptionally();
        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aLateRefusalOfAnEarlierSessionDoesNotLockTheNewOne() {
        logIn("7", "ann");
        CompletableFuture<String> call = model.call(request);
        OnEdt.settle();
        logIn("7", "ann");
        expire(0, 1);

        assertThat(state()).isEqualTo(State.LOGGED_IN);
        assertThat(requests).as("made again with the new session").hasSize(2);
        assertThat(sessions.get(1).accessToken().value())
                .isNotEqualTo(sessions.get(0).accessToken().value());
        requests.get(1).complete("answer");
        assertThat(call).isCompletedWithValue("answer");
    }

    /** A request of a host that goes on whoever gives it up. */
    private static final class Stubborn extends CompletableFuture<String> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }
}
