package org.gongzhi.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gongzhi.open311.GeoReport.Format;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** For {@code ./gongzhi fuzz}: whatever people say, the answer of GeoReport is well-formed XML and JSON. */
public final class GeoReportFuzzer {

    private GeoReportFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) throws ParserConfigurationException, SAXException, IOException {
        String said = new String(input, StandardCharsets.UTF_8);
        GeoReport report = GeoReport.requests(List.of(GeoReport.fields("description", said, "status_notes", null)));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        report.written(Format.XML, JsonMapper.shared()).getBytes(StandardCharsets.UTF_8)));
        JsonMapper.shared().readTree(report.written(Format.JSON, JsonMapper.shared()));
    }
}
