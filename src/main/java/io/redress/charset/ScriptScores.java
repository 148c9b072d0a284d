package io.redress.charset;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * How much a character tells for a script: 1 for those that its texts are full of, a little for the others of its everyday set,
 * less than nothing for those that hardly any text has. The everyday sets are the first levels of the national standards (GB 2312,
 * Big5, KS X 1001, JIS X 0208), which their authors chose by frequency.
 */
final class ScriptScores {

    private static final double FULL = 1;
    private static final double EVERYDAY = 0.3;
    private static final double SELDOM = -0.3;
    private static final double RARE = -0.7;
    private static final double ALIEN = -1;

    private static final String BOTH = "的一是不了在人有我他大和地到以要就出可也你生能而子那得下自之年"
            + "作里用道行所然家事成方多去法如都同看起天分好小部其主心她本前但因只想日者意力它十民第公此已工使情明性知全三又正外高由很最重物手文美相見被利什二等或新己制身果加西月合回特代信表化老位次度任常先海通教"
            + "原立及比名真走各入几口平活更打女四神反受太量再建做接必件期市直山金指求据程北死取告便空治司五基非限放即且思王完式色路住品交世界先式近安百林青早油城令料商元言志玉文小明王李林高何周胡朱徐雷洋秀敏雪平安佳宇欣怡志玉雅君";
    private static final String SIMPLIFIED =
            "这个们来为国时说会对发里学现当动定还进样军无与长机关点业将两间问并应战头体产话给门儿东声员水论处义认条气题尔变总电数报结实场计决马规书则听却达强难权见设类边张该万觉术领确传师观"
                    + "让识带导争运客户投诉订单号退款货质坏冰箱调洗衣机送维修傅服务态差装发票快递破损赔偿没收编姓称联系购买型序列店内容标题案沙色热线坐席故障漏屏幕按键音冷烧味卖换错慢久诺骗钱价优惠券积包裹丢失仓库址时间过后经从开样实"
                    + "刘陈杨赵黄吴孙郭罗梁宋郑谢韩唐冯董萧曹袁邓许沈曾彭吕芳伟英娜静丽磊勇艳杰娟涛超霞刚桂兰梅红婷华";
    private static final String TRADITIONAL =
            "這個們來為國時說會對發裡學現當動定還進樣軍無與長機關點業將兩間問並應戰頭體產話給門兒東聲員水論處義認條氣題爾變總電數報結實場計決馬規書則聽卻達強難權見設類邊張該萬覺術領確傳師觀"
                    + "讓識帶導爭運客戶投訴訂單號退款貨質壞冰箱調洗衣機送維修傅服務態差裝發票快遞破損賠償沒收編姓稱聯繫購買型序列店內容標題案沙色熱線坐席故障漏屏幕按鍵音冷燒味賣換錯慢久諾騙錢價優惠券積包裹丟失倉庫址時間過後經從開樣實"
                    + "劉陳楊趙黃吳孫郭羅梁宋鄭謝韓唐馮董蕭曹袁鄧許沈曾彭呂芳偉英娜靜麗磊勇艷傑娟濤超霞剛桂蘭梅紅婷華您妳嗎呢啊喔視請麻煩申台臺裏祇廠顏處理";
    private static final String KOREAN =
            "이다는의에을가고하지한로도를은기사서어자나리시라인대수일보정해스그부제아전들니습요만있었없것안게면주오상원비냉장불량환교반품배송객화문김박최강조윤임소설치세탁고장구입매점영업용적과와여우내러거공드동중신성간심했합입된되니까요처습니다홍길황송류권백허남유노곽차우민진엄채천방현함변염여추석선설마연위표명반왕금옥육맹모탁국은편";

    private static final BitSet GB_COMMON = of(BOTH + SIMPLIFIED + TRADITIONAL);
    private static final BitSet BIG5_COMMON = of(BOTH + TRADITIONAL);
    private static final BitSet KOREAN_COMMON = of(KOREAN);
    private static final BitSet GB_FIRST = rows("GB2312", 0xB0, 0xD7, 0xA1);
    private static final BitSet GB_SECOND = rows("GB2312", 0xD8, 0xF7, 0xA1);
    private static final BitSet BIG5_FIRST = rows("Big5", 0xA4, 0xC6, 0x40);
    private static final BitSet HANGUL = rows("EUC-KR", 0xB0, 0xC8, 0xA1);
    private static final BitSet JIS_FIRST = rows("EUC-JP", 0xB0, 0xCF, 0xA1);

    private ScriptScores() {}

    static double inSimplifiedChinese(int c) {
        return GB_COMMON.get(c)
                ? FULL
                : GB_FIRST.get(c) || isPunctuation(c)
                        ? EVERYDAY
                        : GB_SECOND.get(c) || BIG5_FIRST.get(c) ? SELDOM : ALIEN;
    }

    static double inTraditionalChinese(int c) {
        return BIG5_COMMON.get(c) ? FULL : BIG5_FIRST.get(c) || isPunctuation(c) ? EVERYDAY : isHan(c) ? RARE : ALIEN;
    }

    static double inKorean(int c) {
        boolean jamo = c >= 0x3131 && c <= 0x318E;
        return KOREAN_COMMON.get(c) ? FULL : HANGUL.get(c) || jamo || isPunctuation(c) ? EVERYDAY : RARE;
    }

    static double inJapanese(int c) {
        boolean kana = c >= 0x3041 && c <= 0x30FE;
        return kana ? FULL : JIS_FIRST.get(c) || isPunctuation(c) ? EVERYDAY : RARE;
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isPunctuation(int c) {
        return c >= 0x3001 && c <= 0x301F
                || c >= 0x2013 && c <= 0x2030
                || c >= 0xFF01 && c <= 0xFF5E
                || c == 0x3000
                || c == 0xFFE5
                || c == 0xB7;
    }

    private static BitSet of(String characters) {
        var set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    /** The characters of some rows of a double-byte charset. */
    private static BitSet rows(String charset, int from, int to, int trail) {
        var set = new BitSet();
        for (int lead = from; lead <= to; lead++) {
            for (int low = trail; low <= 0xFE; low++) {
                String text = new String(new byte[] {(byte) lead, (byte) low}, Charset.forName(charset));
                if (text.length() == 1 && text.charAt(0) != '\uFFFD') {
                    set.set(text.charAt(0));
                }
            }
        }
        return set;
    }
}
