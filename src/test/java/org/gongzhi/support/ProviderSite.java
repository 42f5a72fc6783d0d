package org.gongzhi.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where an identity provider stands when a test opens one: the application is told at its start, and asks it only when somebody comes. */
public final class ProviderSite {

    /** Below the ports that the system itself hands out, so that nobody else has it meanwhile. */
    public static final int PORT = free(20_000 + (int) (ProcessHandle.current().pid() % 9_000));

    public static final String ISSUER = "http://127.0.0.1:" + PORT;
    public static final String CLIENT = "gongzhi";
    public static final String SECRET = "a secret of two houses";

    private ProviderSite() {}

    private static int free(int from) {
        for (int port = from; ; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (port > from + 100) {
                    throw new IllegalStateException(taken);
                }
            }
        }
    }
}
