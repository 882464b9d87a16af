package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthSession;
import io.github.authgate.swing.SessionMemory.Notice;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What users hear of the place where tokens are stored. */
class SessionMemoryTest {

    private static final AuthSession FORGETFUL = ScriptedService.session("7", "ann");
    private static final AuthSession REMEMBERED = FORGETFUL.withRememberMe(true);

    private final ScriptedService service = new ScriptedService();
    private final AtomicInteger told = new AtomicInteger();
    private final SessionMemory memory = OnEdt.get(() -> new SessionMemory(service, told::incrementAndGet));

    private Notice notice() {
        OnEdt.settle();
        return OnEdt.get(memory::notice);
    }

    private void keep(AuthSession session) {
        OnEdt.run(() -> memory.keep(session));
        OnEdt.settle();
    }

    @Test
    void whatWentWellIsNotSpokenOf() {
        keep(REMEMBERED);
        keep(FORGETFUL);
        OnEdt.run(() -> memory.forget(REMEMBERED));
        OnEdt.run(memory::forgetStored);

        assertThat(notice()).isNull();
        assertThat(told).hasValue(0);
    }

    @Test
    void aTokenThatCouldNotBeStoredIsSpokenOfOnce() {
        service.keeps = false;
        keep(REMEMBERED);
        assertThat(notice()).isEqualTo(Notice.NOT_REMEMBERED);
        OnEdt.run(memory::dismissNotice);
        assertThat(notice()).isNull();
        assertThat(told).as("there is a notice; there is none any more").hasValue(2);

        keep(REMEMBERED);

        assertThat(notice()).as("its user knows by now").isNull();
        assertThat(told).hasValue(2);
    }

    @Test
    void whoDoesNotWantToBeRememberedHearsThatATokenCouldNotBeDeleted() {
        service.keeps = false;

        keep(FORGETFUL);

        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
        assertThat(told).hasValue(1);
    }

    @Test
    void aTokenThatCouldNotBeDeletedIsSpokenOfEachTime() {
        service.deletes = false;
        OnEdt.run(() -> memory.forget(REMEMBERED));
        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
        OnEdt.run(memory::dismissNotice);

        OnEdt.run(memory::forgetStored);

        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
        assertThat(told).hasValue(3);
    }

    @Test
    void whatCouldNotBeStoredTakesNoWarningOfAnUndeletedTokenAway() {
        service.keeps = false;
        keep(REMEMBERED);
        service.deletes = false;
        OnEdt.run(() -> memory.forget(REMEMBERED));
        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);

        keep(REMEMBERED);

        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
    }

    @Test
    void whoHasHeardOfAnUndeletedTokenHasNotHeardOfOneThatCouldNotBeStored() {
        service.deletes = false;
        OnEdt.run(() -> memory.forget(REMEMBERED));
        service.keeps = false;

        keep(REMEMBERED);

        assertThat(notice()).isEqualTo(Notice.NOT_REMEMBERED);
    }

    @Test
    void aServiceThatFailsHasStoredNothing() {
        service.failsAtStoring = true;
        keep(REMEMBERED);
        assertThat(notice()).isEqualTo(Notice.NOT_REMEMBERED);
    }

    @Test
    void aServiceThatFailsHasDeletedNothing() {
        service.failsAtStoring = true;
        OnEdt.run(() -> memory.forget(REMEMBERED));
        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
        OnEdt.run(memory::dismissNotice);

        OnEdt.run(memory::forgetStored);
        assertThat(notice()).isEqualTo(Notice.NOT_FORGOTTEN);
    }
}
