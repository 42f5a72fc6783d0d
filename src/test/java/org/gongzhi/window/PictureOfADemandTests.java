package org.gongzhi.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.support.Pictures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resident's photo from the phone to the desk: drawn anew, without what the camera wrote into it, seen by those whose case it is. */
@WindowTest
class PictureOfADemandTests {

    private static final String SECRET = "GPS 39.9087 116.3975 Owner of the phone";
    private static final String UPLOAD = "/public/files?region=" + Street.COMMUNITY;

    private final Street street;
    private final int port;

    PictureOfADemandTests(@Autowired Street street, @LocalServerPort int port) {
        this.street = street;
        this.port = port;
    }

    private Phone phone(String address) {
        return new Phone(port, Map.of("X-Forwarded-For", address));
    }

    @Test
    void aPhotoIsSeenByThoseWhoseCaseItIsWithoutWhatTheCameraWrote() {
        byte[] photo = Pictures.photo(80, 40, 6, SECRET);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(SECRET);
        try (Phone phone = phone("198.51.100.20")) {
            Phone.Answer uploaded = phone.upload(UPLOAD, "阀门.jpg", photo);
            assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
            String file = uploaded.body().path("id").asString();
            Phone.Answer raised = phone.post(
                    "/public/demands",
                    Map.of(
                            "regionCode",
                            Street.COMMUNITY.toString(),
                            "kind",
                            "heating",
                            "words",
                            "暖气阀门漏水，见照片",
                            "anonymous",
                            true,
                            "fileIds",
                            List.of(file)),
                    Map.of());
            UUID id = street.owner
                    .sql("select id from demand where number = :number")
                    .param("number", raised.body().path("number").asString())
                    .query(UUID.class)
                    .single();

            assertThat(street.ask("/api/demands/" + id, street.secretary)
                            .body()
                            .path("files")
                            .findValuesAsString("id"))
                    .containsExactly(file);
            byte[] kept = street.download("/api/files/" + file, street.secretary);
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "GPS", "Exif");
            assertThat(Pictures.read(kept).getWidth())
                    .as("turned the way the camera was held")
                    .isEqualTo(40);
            assertThat(Arrays.equals(kept, photo)).isFalse();

            for (String door : List.of("/api/files/" + file, "/api/files/" + file + "/thumbnail")) {
                assertThat(street.ask(door, street.neighbour).status()).isEqualTo(404);
                assertThat(street.ask(door, street.heating).status())
                        .as("not given to this department yet")
                        .isEqualTo(404);
            }
            street.must(id, "acceptance", Map.of(), street.secretary);
            street.must(id, "assignment", Map.of("departmentId", street.heatingAt), street.secretary);
            assertThat(street.download("/api/files/" + file, street.heating)).isEqualTo(kept);
            assertThat(street.ask("/api/files/" + file, street.sanitation).status())
                    .isEqualTo(404);

            String code = raised.body().path("code").asString();
            assertThat(phone.get("/public/cases/files/" + file, Map.of("X-Case-Code", code))
                            .bytes())
                    .isEqualTo(kept);
            assertThat(phone.get("/public/cases/files/" + file, Map.of()).status())
                    .isEqualTo(404);
            assertThat(phone.get("/api/files/" + file, Map.of()).status()).isEqualTo(401);
        }
    }

    @Test
    void aPictureOfAnotherCannotBeHungOnOnesOwnDemand() {
        try (Phone phone = phone("198.51.100.21")) {
            String file = phone.upload(UPLOAD, "一.jpg", Pictures.jpeg(30, 20))
                    .body()
                    .path("id")
                    .asString();
            Street.Said first = street.raise(Map.of("fileIds", List.of(file)));
            assertThat(first.status()).isEqualTo(201);
            Street.Said second = street.raise(Map.of("fileIds", List.of(file)));
            assertThat(second.status()).as("%s", second).isBetween(400, 499);
        }
    }

    @Test
    void onlyPicturesPassThePublicDoorWhateverTheyAreCalled() {
        try (Phone phone = phone("198.51.100.22")) {
            for (byte[] disguised : List.of(
                    "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                    "MZ\u0090\0\3\0\0\0 this program cannot be run".getBytes(StandardCharsets.ISO_8859_1),
                    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                    Pictures.bomb(40_000, 40_000))) {
                Phone.Answer answer = phone.upload(UPLOAD, "照片.jpg", disguised);
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                assertThat(answer.body().path("field").asString()).isEqualTo("file");
                assertThat(answer.body().path("detail").asString()).isNotBlank();
            }
            byte[] polyglot = Arrays.copyOf(Pictures.jpeg(60, 40), 6000);
            byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(script, 0, polyglot, 5000, script.length);
            Phone.Answer both = phone.upload(UPLOAD, "照片.jpg", polyglot);
            if (both.status() == 201) {
                UUID file = UUID.fromString(both.body().path("id").asString());
                byte[] kept = street.owner
                        .sql("select content from file where id = :id")
                        .param("id", file)
                        .query(byte[].class)
                        .single();
                assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
            }
        }
    }

    @Test
    void tooLargeIsSaidSoAndNothingIsKept() {
        try (Phone phone = phone("198.51.100.23")) {
            long before = files();
            for (int megabytes : new int[] {11, 13}) {
                Phone.Answer answer = phone.upload(UPLOAD, "大.jpg", new byte[megabytes * 1024 * 1024]);
                assertThat(answer.status()).as(answer.text()).isIn(413, 422);
                assertThat(answer.body().path("detail").asString()).contains("10");
            }
            assertThat(files()).isEqualTo(before);
        }
    }

    private long files() {
        return street.owner.sql("select count(*) from file").query(Long.class).single();
    }

    @Test
    void whoUploadsWithoutEndIsStoppedAndTheNeighboursBehindTheSameAddressAreNot() {
        byte[] picture = Pictures.jpeg(20, 20);
        try (Phone flood = phone("198.51.100.24");
                Phone neighbour = phone("198.51.100.24")) {
            int taken = 0;
            Phone.Answer last = flood.upload(UPLOAD, "图.jpg", picture);
            while (last.status() == 201 && taken < 200) {
                taken++;
                last = flood.upload(UPLOAD, "图.jpg", picture);
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(taken).isEqualTo(18);
            assertThat(last.header("Retry-After")).isPresent();
            assertThat(last.body().path("detail").asString()).isNotBlank();
            assertThat(neighbour.upload(UPLOAD, "图.jpg", picture).status()).isEqualTo(201);
            street.clock.pass(Duration.ofSeconds(20));
            assertThat(flood.upload(UPLOAD, "图.jpg", picture).status())
                    .as("a third of a minute later")
                    .isEqualTo(201);
        }
    }
}
