package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The server of a random walk: it answers when and what the walk says. */
final class WalkServer implements AuthService {

    private final List<Question<AuthSession>> logins = new ArrayList<>();
    private final List<Question<Optional<AuthSession>>> restores = new ArrayList<>();
    private final List<Question<AuthSession>> confirmations = new ArrayList<>();
    private int count;

    List<Question<AuthSession>> logins() {
        return logins;
    }

    List<Question<Optional<AuthSession>>> restores() {
        return restores;
    }

    List<Question<AuthSession>> confirmations() {
        return confirmations;
    }

    /** Returns the latest question but so many; null if there is none, or it has been answered or given up. */
    static <T> Question<T> open(List<Question<T>> questions, int fromTheEnd) {
        if (questions.size() < fromTheEnd) {
            return null;
        }
        Question<T> question = questions.get(questions.size() - fromTheEnd);
        return question.answer.isDone() ? null : question;
    }

    private <T> CompletableFuture<T> ask(List<Question<T>> questions, Question<T> question) {
        questions.add(question);
        if (questions.size() > 4) {
            questions.remove(0);
        }
        return question.answer;
    }

    @Override
    public CompletableFuture<AuthSession> login(Credentials credentials) {
        return ask(logins, new Question<>(credentials.username(), count++ % 2 == 0));
    }

    @Override
    public CompletableFuture<Optional<AuthSession>> restore() {
        return ask(restores, new Question<>("", false));
    }

    @Override
    public CompletableFuture<AuthSession> revalidate(AuthSession session) {
        return ask(confirmations, new Question<>(session.user().getName(), false));
    }

    /** Like a service that deletes its stored token without asking anybody: no question is left open by it. */
    @Override
    public CompletableFuture<Boolean> forget() {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Boolean> logout(AuthSession session) {
        return CompletableFuture.completedFuture(true);
    }

    /** A question about somebody, and the answer to be. */
    static final class Question<T> {

        private final String name;
        private final CompletableFuture<T> answer;

        private Question(String name, boolean obstinate) {
            this.name = name;
            this.answer = obstinate ? new Obstinate<>() : new CompletableFuture<>();
        }

        String name() {
            return name;
        }

        CompletableFuture<T> answer() {
            return answer;
        }
    }

    /** The answer of a service that cannot be cancelled. */
    private static final class Obstinate<T> extends CompletableFuture<T> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }
}
