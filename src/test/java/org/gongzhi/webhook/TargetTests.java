package org.gongzhi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::",
                "::ffff:127.0.0.1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "2001::1"
            })
    void addressesInsideTheNetworkAreInside(String address) throws UnknownHostException {
        assertThat(Target.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "8.8.8.8", "1.1.1.1", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void othersAreNot(String address) throws UnknownHostException {
        assertThat(Target.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aNameThatLeadsInsideIsNotConnectedTo() throws UnknownHostException {
        Target local = Target.parse("https://localhost/x", false).orElseThrow();
        assertThat(local.address(false)).isEmpty();
        assertThat(local.address(true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "http://example.org/",
                "ftp://example.org/",
                "https://u:p@example.org/",
                "https:///x",
                "https://example.org/#x",
                "javascript:alert(1)",
                "https://exa mple.org/"
            })
    void whatIsNoHttpsAddressIsRefused(String url) {
        assertThat(Target.parse(url, false)).isEmpty();
    }

    @Test
    void anAddressIsTakenApart() {
        assertThat(Target.parse("https://example.org", false)).contains(new Target("https", "example.org", 443, "/"));
        assertThat(Target.parse("https://example.org:8443/a/b?c=d", false))
                .contains(new Target("https", "example.org", 8443, "/a/b?c=d"));
        assertThat(Target.parse("https://example.org:8443/", false)
                        .orElseThrow()
                        .hostHeader())
                .isEqualTo("example.org:8443");
        assertThat(Target.parse("http://10.0.0.8/", true).orElseThrow().hostHeader())
                .isEqualTo("10.0.0.8");
    }
}
