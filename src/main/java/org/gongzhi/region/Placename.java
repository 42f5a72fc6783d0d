package org.gongzhi.region;

import java.util.Set;
import java.util.regex.Pattern;

/** How a place of the statistical list is called: the list writes 永安里社区居委会, people say 永安里社区, a map label says 永安里. */
record Placename(String official, String spoken, String brief) {

    private static final Pattern RESIDENTS = Pattern.compile("(居民委员会|居民委会|居民委员|居委会)$");
    private static final Pattern VILLAGERS = Pattern.compile("(村民委员会|村民委会|村委员会|村委会)$");
    private static final Pattern OTHER_COMMITTEE = Pattern.compile("(?<=社区|嘎查)(委员会|委会)$");

    /** What remains to be said when these stand at the end of a name; longer ones first. */
    private static final Pattern COUNTY_ENDING = Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|新区|林区|特区|地区|省|市|区|县|盟|旗)$");

    private static final Pattern TOWN_ENDING = Pattern.compile("(街道办事处|街道|地区|镇|民族乡|族乡|乡|苏木)$");
    private static final Pattern PEOPLES = Pattern.compile(
            "(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族$");
    /** In titles without 族. */
    private static final Pattern PEOPLES_PLAIN = Pattern.compile("(蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)$");

    private static final Set<String> NOT_SPOKEN = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    static Placename of(int level, String official) {
        if (level < Region.COMMUNITY) {
            return new Placename(official, official, level < Region.STREET ? county(official) : town(official));
        }
        String spoken = spoken(official);
        String brief = spoken.endsWith("社区") ? orWhole(spoken.substring(0, spoken.length() - 2), spoken) : spoken;
        return new Placename(official, spoken, brief);
    }

    /** A level of the code that is nobody's address. */
    static boolean isHidden(int level, String official) {
        return level == Region.CITY && NOT_SPOKEN.contains(official);
    }

    /** The committee's name becomes the place's: 姚西村委会 is 姚西村; 康平居委会 stays, since nobody says 康平. */
    static String spoken(String official) {
        String place = RESIDENTS.matcher(official).replaceFirst("");
        if (place.length() < official.length()) {
            return place.endsWith("社区") && place.length() > 2 ? place : place + "居委会";
        }
        place = VILLAGERS.matcher(official).replaceFirst("");
        if (place.length() < official.length()) {
            boolean complete = place.endsWith("村") || place.endsWith("社区") || place.endsWith("嘎查");
            return complete && place.length() > 1 ? place : place + "村";
        }
        return OTHER_COMMITTEE.matcher(official).replaceFirst("");
    }

    private static String county(String official) {
        return orWhole(withoutPeoples(COUNTY_ENDING.matcher(official).replaceFirst("")), official);
    }

    private static String town(String official) {
        String stem = TOWN_ENDING.matcher(official).replaceFirst("");
        return orWhole(official.endsWith("族乡") ? withoutPeoples(official.replaceFirst("乡$", "")) : stem, official);
    }

    private static String withoutPeoples(String name) {
        String shorter = PEOPLES.matcher(name).replaceFirst("");
        if (shorter.length() < name.length()) {
            return withoutPeoples(shorter);
        }
        shorter = PEOPLES_PLAIN.matcher(name).replaceFirst("");
        return shorter.length() > 1 ? shorter : name;
    }

    /** One character is no name: 东区 stays 东区. */
    private static String orWhole(String brief, String official) {
        return brief.codePointCount(0, brief.length()) < 2 ? official : brief;
    }
}
