package org.attune.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a client may read of an exception. */
class ProblemsTest {

    @Test
    void whatIsNotForeseenGetsAReferenceAndTellsNothing() {
        ApiProblem problem = Problems.of(new IllegalStateException("password is hunter2"));
        ProblemDetail body = problem.reply().getBody();
        assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(body).isNotNull();
        assertThat(body.toString()).doesNotContain("hunter2", "IllegalState");
        assertThat(problem.more().get("reference").toString()).matches("[0-9A-F]{8}");
    }

    @Test
    void aDatabaseThatIsAwayIsToldFromAMistakeOfOurs() {
        List<Throwable> away = List.of(
                new CannotGetJdbcConnectionException("gone"),
                new CannotCreateTransactionException("gone"),
                new RuntimeException(new SQLException("terminating connection", "57P01")),
                new RuntimeException(new SQLException("broken pipe", "08006")));
        assertThat(away).allMatch(error -> Problems.of(error).type() == ProblemType.UNAVAILABLE);
        assertThat(Problems.of(new DataIntegrityViolationException("ours", new SQLException("unique", "23505")))
                        .type())
                .isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void aMissingRightIsNoErrorOfOurs() {
        assertThat(Problems.of(new AccessDeniedException("no")).type()).isEqualTo(ProblemType.FORBIDDEN);
    }
}
