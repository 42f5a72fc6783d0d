package org.gongzhi.webhook;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a message was not taken, so that people are told in their own language. */
enum Trouble {
    /** With something other than 2xx. */
    ANSWERED,
    INSIDE,
    NAME_UNKNOWN,
    TIMEOUT,
    CERTIFICATE,
    UNREACHABLE,
    NOT_HTTP;

    /** What was connected to does not speak HTTP as it should, or broke off. */
    static final class NotHttp extends IOException {
        private static final long serialVersionUID = 1L;

        NotHttp(String message) {
            super(message);
        }
    }

    static Trouble of(IOException failure) {
        return switch (failure) {
            case NotHttp _ -> NOT_HTTP;
            case SocketTimeoutException _ -> TIMEOUT;
            case UnknownHostException _ -> NAME_UNKNOWN;
            case SSLException _ -> CERTIFICATE;
            default -> UNREACHABLE;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
