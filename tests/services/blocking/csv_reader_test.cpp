#include "services/blocking/csv_reader.h"

#include <QTest>

using namespace wemo::blocking;

class CsvReaderTest final : public QObject {
    Q_OBJECT

    /// Every record as "line:field|field" or "line!code@field", whatever the size of the pieces.
    static QStringList read(const QByteArray &text, qsizetype piece) {
        CsvReader reader;
        QStringList records;
        qsizetype at = 0;
        while (true) {
            while (const auto record = reader.next()) {
                QStringList fields;
                for (const QByteArray &field : record->fields)
                    fields.append(QString::fromUtf8(field));
                const QString what = record->code.isEmpty()
                                         ? ':' + fields.join(u'|')
                                         : QString("!%1@%2").arg(record->code).arg(record->faultyField);
                records.append(QString::number(record->line) + what);
                if (text.mid(record->end - 1, 1) != "\n" && record->end != text.size())
                    records.append("ends in the middle");
            }
            if (at >= text.size() && reader.isFinished())
                return records;
            if (at < text.size())
                reader.feed(text.mid(at, piece));
            else
                reader.finish();
            at += piece;
        }
    }

private Q_SLOTS:
    void records_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("records");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &records) {
            QTest::newRow(name) << text << records;
        };
        row("plain", "a,b\nc,d\n", {"1:a|b", "2:c|d"});
        row("CRLF, byte order mark, no end",
            "\xef\xbb\xbf"
            "a,b\r\nc,d",
            {"1:a|b", "2:c|d"});
        row("a last CR", "a\r", {"1:a"});
        row("empty lines count as lines", "a\n\n\r\nb\n", {"1:a", "4:b"});
        row("empty fields", ",\n\"\",\n", {"1:|", "2:|"});
        row("quotes", "\"a,\"\"b\"\"\",c\n", {"1:a,\"b\"|c"});
        row("a line end in quotes", "\"a\nb\",c\nd\n", {"1:a\nb|c", "3:d"});
        row("CRLF in quotes", "\"a\r\nb\"\r\nd\r\n", {"1:a\r\nb", "3:d"});
        row("a stray quote", "a\"b,c\nd\n", {"1!bad-quote@1", "2:d"});
        row("text after a quote", "x,\"a\"b\nd\n", {"1!bad-quote@2", "2:d"});
        row("a quote never closed", "a,\"b\nc\nd\n", {"1!unclosed-quote@2", "2:c", "3:d"});
        row("not UTF-8", "a,\xa4\xa4\nb\n", {"1!not-utf8@2", "2:b"});
        row("Chinese", "\xe4\xb8\xad,a\n", {"1:中|a"});
        row("too long", QByteArray(20'000, 'x') + "\nb\n", {"1!too-long@1", "2:b"});
        row(
            "never closed and long", "\"" + QByteArray("xxxxxxx\n").repeated(2'000),
            QStringList{"1!unclosed-quote@1"} + [] {
                QStringList rest;
                for (int i = 2; i <= 2'000; ++i)
                    rest.append(QString("%1:xxxxxxx").arg(i));
                return rest;
            }());
        row("nothing", "", {});
    }
    void records() {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, records);
        for (const qsizetype piece : {1, 2, 3, 7, 1'000, 1'000'000})
            if (text.size() < 5'000 || piece >= 7)
                QCOMPARE(read(text, piece), records);
    }

    void aRecordIsFoundAgainWhereItEnded() {
        const QByteArray text("a\n\"b\nc\"\nd\n");
        CsvReader whole;
        whole.feed(text);
        (void)whole.next();
        const auto second = whole.next();
        CsvReader rest(second->end, whole.line());
        rest.feed(text.mid(second->end));
        const auto third = rest.next();
        QCOMPARE(third->line, 4);
        QCOMPARE(third->fields, QList<QByteArray>{"d"});
        QCOMPARE(third->end, text.size());
    }
};

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
