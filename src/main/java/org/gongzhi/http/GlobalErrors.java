package org.gongzhi.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What no use case answered: malformed requests, outages, bugs. Nothing a person typed goes to the log. */
@RestControllerAdvice
class GlobalErrors {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalErrors.class);

    private final Problems problems;

    GlobalErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        return problems.of(e.refused());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fieldsInvalid(MethodArgumentNotValidException e) {
        List<Map<String, Object>> errors = e.getFieldErrors().stream()
                .map(error -> Problems.field(
                        error.getField(), error.getDefaultMessage() == null ? "" : error.getDefaultMessage()))
                .toList();
        return fieldsInvalid(errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fieldsMissing(RequiredFields.Missing e) {
        var answer = fieldsInvalid(e.fields().stream()
                .map(field -> Problems.field(field, problems.word("http.field-missing", field)))
                .toList());
        ProblemDetail body = answer.getBody();
        if (body != null) {
            body.setProperty("field", e.fields().getFirst());
        }
        return answer;
    }

    private ResponseEntity<ProblemDetail> fieldsInvalid(List<Map<String, Object>> errors) {
        var answer = problems.of(Outcome.refused(HttpRefusal.FIELDS_INVALID));
        ProblemDetail body = answer.getBody();
        if (body != null) {
            body.setProperty("errors", errors);
        }
        return answer;
    }

    /** Also what should be a form with a file and is none. */
    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> unreadable() {
        return problems.of(Outcome.refused(HttpRefusal.BODY_UNREADABLE));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return problems.of(Outcome.refused(HttpRefusal.BODY_TOO_LARGE));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException e) {
        return problems.of(Outcome.invalid(e.getName(), HttpRefusal.PARAMETER_INVALID, e.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(NoResourceFoundException e) {
        return problems.of(Outcome.refused(HttpRefusal.NOT_FOUND));
    }

    /** The database is away or coming back: nothing was lost, and the sender may simply try again. */
    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> outage(Exception e) {
        boolean isFull = Outages.isDiskFull(e);
        LOG.warn("{}: {}", isFull ? "disk full" : "database away", e.getClass().getSimpleName());
        String code = isFull ? "http.disk-full" : "http.outage";
        HttpStatus status = isFull ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE;
        return problems.answer(problems.problem(status, code, problems.word(code)), isFull ? 60 : 5);
    }

    /** The reader went away in the middle of an answer; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("reader gone");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e) {
        if (Outages.isDiskFull(e) || Outages.isConnectionLost(e)) {
            return outage(e);
        }
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            var problem = problems.problem(
                    status, HttpRefusal.NOT_SUPPORTED.code(), problems.sentence(HttpRefusal.NOT_SUPPORTED, List.of()));
            return problems.answer(problem, null);
        }
        String supportId = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("unexpected, support number {}", supportId, e);
        ProblemDetail problem = problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "http.unexpected", problems.word("http.unexpected", supportId));
        problem.setProperty("supportId", supportId);
        return problems.answer(problem, null);
    }
}
