package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
class GongzhiApplicationTests {

    private final DataSource dataSource;
    private final int port;

    GongzhiApplicationTests(@Autowired DataSource dataSource, @LocalServerPort int port) {
        this.dataSource = dataSource;
        this.port = port;
    }

    @Test
    void theApplicationWorksAsTheRoleThatOwnsNothing() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("gongzhi_app");
        }
    }

    @Test
    void aRunningApplicationSaysThatItIsReady() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .build();
            assertThat(client.send(ready, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("UP");
        }
    }
}
