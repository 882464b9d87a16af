package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackgroundQuestionTest {

    private static final Set<Reason> DEFINITE =
            EnumSet.of(Reason.SESSION_EXPIRED, Reason.ACCOUNT_REFUSED, Reason.INVALID_CREDENTIALS);
    private static final AuthSession ANN = ScriptedService.session("7", "ann");

    private final ScriptedService service = new ScriptedService();
    private final Heard heard = new Heard();
    private final BackgroundQuestion question = OnEdt.get(() -> new BackgroundQuestion(service, heard));

    private void askToConfirm() {
        OnEdt.run(() -> question.askToConfirm(ANN));
        assertThat(OnEdt.get(question::isOpen)).isTrue();
    }

    private void answer(AuthSession renewed) {
        service.revalidations.get(0).complete(renewed);
        OnEdt.settle();
    }

    @Test
    void aYesIsAYes() {
        askToConfirm();

        answer(ScriptedService.confirmed(ANN));

        assertThat(heard.words).containsExactly("confirmed ann");
        assertThat(OnEdt.get(question::isOpen)).isFalse();
    }

    @Test
    void aYesForSomebodyElseIsANo() {
        askToConfirm();

        answer(ScriptedService.session("8", "bob"));

        assertThat(heard.words).containsExactly("refused user_mismatch");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyWhatTheServerSaysOfTheSessionOrItsUserIsANo(Reason reason) {
        askToConfirm();

        service.revalidations.get(0).completeExceptionally(ScriptedService.failure(reason));
        OnEdt.settle();

        String code = ScriptedService.failure(reason).code();
        assertThat(heard.words).containsExactly((DEFINITE.contains(reason) ? "refused " : "unanswered ") + code);
        assertThat(OnEdt.get(question::isOpen)).isFalse();
    }

    @Test
    void aStoredSessionThatHoldsIsAYes() {
        service.stored = Optional.of(ANN);

        OnEdt.run(question::askForStored);
        OnEdt.settle();

        assertThat(heard.words).containsExactly("confirmed ann");
    }

    @Test
    void whereNothingIsStoredThereIsNothingToSay() {
        OnEdt.run(question::askForStored);
        OnEdt.settle();

        assertThat(heard.words).containsExactly("refused null");
        assertThat(OnEdt.get(question::isOpen)).isFalse();
    }

    @Test
    void aQuestionThatIsGivenUpIsUnansweredAndItsAnswerNotHeard() {
        askToConfirm();

        OnEdt.run(question::giveUp);
        answer(ScriptedService.confirmed(ANN));

        assertThat(heard.words).containsExactly("unanswered timeout");
        assertThat(service.revalidations.get(0)).isCancelled();
    }

    @Test
    void anAbandonedQuestionIsNotSpokenOf() {
        askToConfirm();

        OnEdt.run(question::abandon);
        OnEdt.run(question::abandon);
        answer(ScriptedService.confirmed(ANN));

        assertThat(heard.words).isEmpty();
        assertThat(OnEdt.get(question::isOpen)).isFalse();
    }

    private static final class Heard implements BackgroundQuestion.Listener {

        private final List<String> words = new ArrayList<>();

        @Override
        public void confirmed(AuthSession session) {
            words.add("confirmed " + session.user().getName());
        }

        @Override
        public void refused(@Nullable AuthException why) {
            words.add("refused " + (why == null ? null : why.code()));
        }

        @Override
        public void unanswered(AuthException why) {
            words.add("unanswered " + why.code());
        }
    }
}
