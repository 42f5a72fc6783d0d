package org.gongzhi.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be said in public of a matter: cut to building level, without phones, identity numbers, number plates or names of people. 12号楼3单元501室暖气不热 becomes
 * 12号楼暖气不热.
 */
public final class PublicTitle {

    private static final int LONGEST = 80;
    private static final String NUMERAL = "[0-9零〇一二三四五六七八九十百两]";

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤"
            + "滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
            + "房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳焦巴牧车侯班仰秋仲伊宫宁仇栾刘景詹束龙叶幸司黎蒲赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳逄姬申扶冉郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东"
            + "欧利师巩聂关荆游权盖益桓公";

    private static final String TWO_WORD_SURNAMES =
            "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|夏侯|长孙|宇文|独孤|南宫|西门|端木|申屠|拓跋|轩辕|百里|呼延|东郭|淳于|单于|太叔|公冶|宗政|濮阳|钟离|闾丘|鲜于";
    private static final String SURNAME = "(?:" + TWO_WORD_SURNAMES + "|[" + SURNAMES + "])";

    /** 3单元501室, 三单元, 501室, 2门301, 地下室102号: everything finer than the building. */
    private static final Pattern UNIT_AND_DOOR = Pattern.compile("(" + NUMERAL + "{1,4}\\s*单元|" + NUMERAL
            + "{1,3}\\s*门(?=\\s*" + NUMERAL + "{2,4})|"
            + NUMERAL + "{1,3}\\s*[层楼](?=\\s*" + NUMERAL + "{2,4}\\s*[室户号]))?\\s*[-—－]?\\s*[A-Za-z]?" + NUMERAL
            + "{1,5}[A-Za-z]?\\s*[室户]|" + NUMERAL + "{1,4}\\s*单元(\\s*" + NUMERAL + "{2,5}\\s*号?(?![楼院栋座幢]))?|" + NUMERAL
            + "{1,3}\\s*门\\s*" + NUMERAL + "{2,4}\\s*号?");

    /** 12号楼501 and 12-3-501: a door without a word for it. */
    private static final Pattern BARE_DOOR =
            Pattern.compile("(?<=[楼栋座幢])\\s*[-—－]?\\s*[A-Za-z]?[0-9]{3,4}(?![0-9]|[号]?[楼栋座幢]|\\s*[路年月日元块次个米度分])");

    private static final Pattern DASHED_DOOR =
            Pattern.compile("(?<![0-9\\p{IsHan}])([0-9]{1,3})\\s*[-－—]\\s*[0-9]{1,2}\\s*[-－—]\\s*[0-9]{2,4}(?![0-9])");
    private static final Pattern DASHED_DOOR_AFTER_WORDS =
            Pattern.compile("(?<=\\p{IsHan})([0-9]{1,3})\\s*[-－—]\\s*[0-9]{1,2}\\s*[-－—]\\s*[0-9]{2,4}(?![0-9])");

    /** Phones with or without separators, identity numbers, and any other number long enough to be somebody's. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])(?:[0-9][\\s-－—]?){6,}[0-9Xx](?![0-9])");

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern NUMBER_PLATE =
            Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·\\s]?[A-Za-z0-9]{5,6}");

    private static final Pattern NAMED = Pattern.compile(
            SURNAME
                    + "\\p{IsHan}{0,2}?(?=先生|女士|小姐|大爷|大妈|阿姨|奶奶|爷爷|叔叔|大哥|大姐|师傅|老师|同志|某)(先生|女士|小姐|大爷|大妈|阿姨|奶奶|爷爷|叔叔|大哥|大姐|师傅|老师|同志|某[某]?)");
    private static final Pattern OLD_NAMED = Pattern.compile("[老小][" + SURNAMES + "](?=家|说|反映|的|，|,|。|$)");
    private static final Pattern SAID_NAME =
            Pattern.compile("(我叫|我是|姓名[:：]?|联系人[:：]?|户主[:：]?)\\s*" + SURNAME + "\\p{IsHan}{1,2}(?=\\P{IsHan}|$)");

    /** Marks that normalization made half-width, where they stand beside Chinese. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile("(?<=[\\p{IsHan}”’」》）])\\s?[,;:?!()]|[,;:?!()](?=[\\p{IsHan}“‘「《（])");

    private static final String HALF = ",;:?!()";
    private static final String FULL = "，；：？！（）";

    /** Marks that normalization would make half-width, and where one stands. */
    private static final String WIDE = "，；：？！（）…";

    private static final Pattern WIDE_MARK = Pattern.compile("(?<=[" + WIDE + "])|(?=[" + WIDE + "])");

    private static final Pattern LEFT_OVER = Pattern.compile("^[\\s，,。；;、:：\\-—]+|[\\s，,；;、:：\\-—]+$");

    private PublicTitle() {}

    /** Safe to show to anyone. Never longer than 80 characters; 一件诉求 when nothing is left. */
    public static String of(String words) {
        String text = scrubbed(words);
        if (text.isEmpty()) {
            return "一件诉求";
        }
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /** The same of a text of any length, in one line; empty when nothing is left. */
    public static String scrubbed(String words) {
        String text = tidy(words).strip();
        text = MAIL.matcher(text).replaceAll("");
        text = NUMBER_PLATE.matcher(text).replaceAll("一辆车");
        text = LONG_NUMBER.matcher(text).replaceAll("");
        text = DASHED_DOOR.matcher(text).replaceAll("$1号楼");
        text = DASHED_DOOR_AFTER_WORDS.matcher(text).replaceAll("$1号楼");
        text = UNIT_AND_DOOR.matcher(text).replaceAll("");
        text = BARE_DOOR.matcher(text).replaceAll("");
        text = SAID_NAME.matcher(text).replaceAll("");
        text = NAMED.matcher(text).replaceAll("一位居民");
        text = OLD_NAMED.matcher(text).replaceAll("一位居民");
        return LEFT_OVER.matcher(fullWidth(text.replaceAll("\\s+", " "))).replaceAll("");
    }

    /** One form for what looks the same, but marks stay as wide as they were written. */
    private static String tidy(String words) {
        return WIDE_MARK
                .splitAsStream(words)
                .map(part -> WIDE.contains(part) ? part : Normalizer.normalize(part, Normalizer.Form.NFKC))
                .collect(Collectors.joining());
    }

    private static String fullWidth(String text) {
        return HALF_WIDTH
                .matcher(text.replace("...", "…"))
                .replaceAll(mark ->
                        String.valueOf(FULL.charAt(HALF.indexOf(mark.group().strip()))));
    }
}
