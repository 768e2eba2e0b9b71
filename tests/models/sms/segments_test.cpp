#include "models/sms/segments.h"

#include <QTest>

using namespace wemo::sms;

class SegmentsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("gsm7");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("segments");
        const auto row = [](const char *name, const QString &text, bool gsm7, int units, int segments) {
            QTest::newRow(name) << text << gsm7 << units << segments;
        };
        row("empty", "", true, 0, 0);
        row("160 letters are one", QString(160, u'a'), true, 160, 1);
        row("161 letters are two", QString(161, u'a'), true, 161, 2);
        row("306 letters fill two", QString(306, u'a'), true, 306, 2);
        row("307 letters need three", QString(307, u'a'), true, 307, 3);
        row("the extension table costs two", QString(80, u'€'), true, 160, 1);
        row("81 euro signs are two", QString(81, u'€'), true, 162, 2);
        // 152 + 2 would straddle the seam at 153: the pair moves over whole, so 153 + 152 + 2 needs three parts.
        row("an escape pair is not cut at the seam", QString(152, u'a') + u'€' + QString(152, u'a'), true, 306, 3);
        row("70 Chinese characters are one", QString(70, u'碼'), false, 70, 1);
        row("71 are two", QString(71, u'碼'), false, 71, 2);
        row("134 fill two", QString(134, u'碼'), false, 134, 2);
        row("135 need three", QString(135, u'碼'), false, 135, 3);
        row("an emoji is two units", QString::fromUtf8("🛵"), false, 2, 1);
        row("an emoji is not cut at the seam", QString(66, u'碼') + QString::fromUtf8("🛵") + QString(66, u'碼'),
            false, 134, 3);
        row("one Chinese character turns the text", QString(70, u'a') + u'碼', false, 71, 2);
        row("every control of the alphabet", "\n\r\f", true, 4, 1);
        row("a backtick is not in the alphabet", "`", false, 1, 1);
        row("a code message", "【WeMo】您的驗證碼為 123456，5 分鐘內有效。請勿告訴他人。", false, 35, 1);
    }

    void counts() {
        QFETCH(QString, text);
        QFETCH(bool, gsm7);
        QFETCH(int, units);
        QFETCH(int, segments);
        const SegmentCount count = countSegments(text);
        QCOMPARE(count.encoding == Encoding::Gsm7, gsm7);
        QCOMPARE(count.units, units);
        QCOMPARE(count.segments, segments);
    }
};

QTEST_APPLESS_MAIN(SegmentsTest)
#include "segments_test.moc"
