package org.gongzhi.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.200, true",
        "192.0.2.0/24, 192.0.3.1, false",
        "192.0.2.77/24, 192.0.2.1, true",
        "192.0.2.10, 192.0.2.10, true",
        "192.0.2.10, 192.0.2.11, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "2001:db8::/32, 2001:db8:1::5, true",
        "2001:db8::/32, 2001:db9::5, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "192.0.2.0/24, example.org, false",
    })
    void holdsTheAddressesOfItsBlock(String range, String address, boolean isHeld) {
        assertThat(AddressRange.parse(range).orElseThrow().holds(address)).isEqualTo(isHeld);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "192.0.2",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "2001:db8::/129",
                "1.2.3.4/",
                "localhost",
                "300.1.1.1"
            })
    void namesAndNonsenseAreNoAddresses(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
