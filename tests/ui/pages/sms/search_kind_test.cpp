#include "ui/pages/sms/search_kind.h"

#include <QTest>

namespace wemo::pages::sms {

class SearchKindTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *typed, SearchKind kind) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(kind);
        };
        row("", SearchKind::Number);
        row("0912345678", SearchKind::Number);
        row("0912 345-678", SearchKind::Number);
        row("+886 (912) 345.678", SearchKind::Number);
        row("00886912345678", SearchKind::Number);
        row("＋８８６９１２３４５６７８", SearchKind::Number);
        row("455912804177772544", SearchKind::Message);
        row("4559 1280 4177 7725 44", SearchKind::Number); // an id is copied, never written in groups
        row("220478cc-8506-49b2-93b7-2505f651c12e", SearchKind::Batch);
        row("220478CC-8506-49B2-93B7-2505F651C12E", SearchKind::Batch);
        row("#000000333", SearchKind::Batch);
        row("$0000000AB", SearchKind::Batch);
        row("220478cc-8506-49b2-93b7", SearchKind::Request); // only a whole GUID is one
        row("kxqmwzhrtabcdefg", SearchKind::Request);
        row("req-7f3a91c2d840", SearchKind::Request);
    }
    void tellsWhatWasTyped() {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(searchKindOf(typed)), kind);
        QCOMPARE(static_cast<int>(searchKindOf(u' ' + typed + u' ')), kind);
    }
};

} // namespace wemo::pages::sms

QTEST_GUILESS_MAIN(wemo::pages::sms::SearchKindTest)
#include "search_kind_test.moc"
