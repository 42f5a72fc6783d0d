package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gongzhi.kernel.Actor;

/** Tells who sends a request. Implemented by the identity module; asked anew for every request, so that a revoked duty ends at once. */
public interface SignedIn {
    Optional<Actor> current(HttpServletRequest request);
}
