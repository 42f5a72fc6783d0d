package org.gongzhi.region;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Loads the files this product ships, each once: the list of the whole country, outlines and points of the territories that are known. */
@Component
class LoadRegions {

    private static final Logger LOG = LoggerFactory.getLogger(LoadRegions.class);
    private static final Actor LOADER = Actor.worker("region");
    private static final int REPORT_EVERY = 50_000;

    static final String NATIONAL_LIST = "china_regions_2023.csv.gz";
    static final String POINTS = "points_110105_310104.csv";

    record OutlineFile(String name, boolean isSketch, String credit) {}

    static final List<OutlineFile> OUTLINES = List.of(
            new OutlineFile("districts_wgs84.geojson", false, "区界：cnmaps（BSD-3-Clause，高德来源），仅供参考，不作划界依据"),
            new OutlineFile(
                    "110105_chaoyang_streets_approx_wgs84.geojson",
                    true,
                    "示意图，不是街道界线：按街道和社区的真实点位推算。点位 Vonng/adcode（CC BY 4.0），区界 cnmaps（BSD-3-Clause）"),
            new OutlineFile(
                    "310104_xuhui_streets_osm_wgs84.geojson", false, "© OpenStreetMap contributors（ODbL 1.0），2026-08"));

    private final Transactions transactions;
    private final RegionRows rows;
    private final RegionLoads loads;
    private final RegionLookup lookup;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoadRegions(
            Transactions transactions,
            RegionRows rows,
            RegionLoads loads,
            RegionLookup lookup,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.loads = loads;
        this.lookup = lookup;
        this.events = events;
        this.clock = clock;
    }

    /** Everything shipped that is not there yet; each file in a transaction of its own, so that a start cut short goes on where it was. */
    void load() {
        once(NATIONAL_LIST, this::nationalList);
        once(POINTS, this::points);
        for (OutlineFile file : OUTLINES) {
            once(file.name(), content -> {
                String geojson = new String(content, StandardCharsets.UTF_8);
                loads.labelPoints(geojson);
                return loads.outlines(geojson, file.isSketch(), file.credit());
            });
        }
    }

    private interface Loading {
        int load(byte[] content) throws IOException;
    }

    private void once(String source, Loading loading) {
        byte[] content = shipped(source);
        String sha256 = sha256(content);
        transactions.write(LOADER, () -> {
            if (!loads.sha256(source).equals(java.util.Optional.of(sha256))) {
                loads.lock();
                if (!loads.sha256(source).equals(java.util.Optional.of(sha256))) {
                    Instant start = clock.instant();
                    int count = read(loading, content);
                    loads.note(source, sha256, count);
                    lookup.forgetAfterwards();
                    Duration took = Duration.between(start, clock.instant());
                    LOG.info("载入 {}：{} 行，{} 秒", source, String.format("%,d", count), took.toSeconds());
                    events.publishEvent(new RegionEvent.Loaded(source, count, took));
                }
            }
            return Outcome.done(source);
        });
    }

    private int nationalList(byte[] content) throws IOException {
        var count = new AtomicInteger();
        var grams = new GramCounts();
        RegionRows.Nodes nodes = writer -> {
            try (var csv = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16), StandardCharsets.UTF_8))) {
                RegionList.read(csv, node -> {
                    NameIndex index = NameIndex.of(node.name().spoken());
                    grams.add(node.level(), index.grams());
                    try {
                        writer.write(node, index);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    if (count.incrementAndGet() % REPORT_EVERY == 0) {
                        LOG.info("正在载入全国区划：{} 行", String.format("%,d", count.get()));
                        events.publishEvent(new RegionEvent.Loading(NATIONAL_LIST, count.get()));
                    }
                });
            }
        };
        if (rows.isEmpty()) {
            rows.fill(nodes);
        } else {
            rows.merge(nodes);
        }
        rows.noteCommonGrams(grams);
        return count.get();
    }

    private int points(byte[] content) {
        List<Long> codes = new ArrayList<>();
        List<String> lngs = new ArrayList<>();
        List<String> lats = new ArrayList<>();
        new String(content, StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            codes.add(Long.parseLong(cells[0] + "0".repeat(15 - cells[0].length())));
            lngs.add(cells[3]);
            lats.add(cells[4]);
        });
        return loads.points(codes, lngs, lats);
    }

    private static int read(Loading loading, byte[] content) {
        try {
            return loading.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] shipped(String source) {
        try (var in = new ClassPathResource("regions/" + source).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
