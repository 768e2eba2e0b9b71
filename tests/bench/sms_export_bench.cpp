#include "tests/bench/report.h"
#include "ui/pages/sms/message_export.h"

#include <malloc.h>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace wemo;
using namespace wemo::bench;
using namespace wemo::pages::sms;

namespace {
constexpr qint64 rows = 1'000'000;

/// The service's part, without the service: each page goes through JSON text, as it does on the wire.
class JsonSource final : public MessageSource {
public:
    QFuture<ui::ApiResult<MessagePage>> page(const wemo::sms::MessageFilter &, const QString &cursor,
                                             int limit) override {
        const qint64 first = cursor.toLongLong();
        QJsonArray items;
        for (qint64 row = first; row < std::min(first + limit, rows); ++row)
            items.append(toJson(message(row)));
        const QByteArray wire = QJsonDocument(items).toJson(QJsonDocument::Compact);
        const QJsonArray read = QJsonDocument::fromJson(wire).array();
        MessagePage page;
        for (const QJsonValue &value : read)
            page.items.append(*wemo::sms::messageFromJson(value.toObject()));
        page.nextCursor = first + limit < rows ? QString::number(first + limit) : QString();
        return QtFuture::makeReadyFuture(ui::ApiResult<MessagePage>(page));
    }
    QFuture<ui::ApiResult<ui::ListOutline>> outline(const wemo::sms::MessageFilter &, int every) override {
        return QtFuture::makeReadyFuture(ui::ApiResult<ui::ListOutline>({rows, every, {}, true, rows}));
    }

private:
    static wemo::sms::Message message(qint64 row) {
        wemo::sms::Message m;
        m.id = 455'912'804'177'772'544 - row;
        m.createdAt = m.updatedAt = fromMs(1'795'300'000'000 - row * 1000);
        m.maskedNumber = QString("09%1•••678").arg(row % 100, 2, 10, QChar(u'0'));
        m.templateName = "otp.sign_in";
        m.text = QString::fromUtf8("【WeMo】登入驗證碼 ••••••，5 分鐘內有效。請勿告訴任何人，第 %1 則。").arg(row);
        m.state = wemo::sms::DeliveryState::Delivered;
        m.gateway = "every8d";
        m.batchId = QString("220478cc-8506-49b2-93b7-%1").arg(row, 12, 10, QChar(u'0'));
        m.requestId = QString("req%1").arg(row, 13, 10, QChar(u'0'));
        m.acceptedAt = m.createdAt + Milliseconds(400);
        m.finalAt = m.createdAt + Milliseconds(2'100);
        m.costTenThousandths = 8'500;
        return m;
    }
};

double statusMegabytes(const char *name) {
    QFile file("/proc/self/status");
    file.open(QIODevice::ReadOnly);
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith(name))
            return line.mid(static_cast<qsizetype>(qstrlen(name))).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

/// From here on the peak is counted anew.
void forgetPeak() {
    malloc_trim(0);
    QFile file("/proc/self/clear_refs");
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

struct Exported {
    double seconds = 0;
    double peakAtTenth = 0; ///< MB resident at most, while the first tenth was written
    double peakAtEnd = 0;
    double fileMegabytes = 0;
};

Exported exportInto(const QString &path) {
    JsonSource source;
    MessageExport exporting(source);
    Exported result;
    bool over = false;
    QObject::connect(&exporting, &MessageExport::progressed, &exporting, [&result](qint64 done, qint64 total) {
        if (done >= total / 10 && result.peakAtTenth == 0)
            result.peakAtTenth = statusMegabytes("VmHWM:");
    });
    QObject::connect(&exporting, &MessageExport::finished, &exporting, [&over] { over = true; });
    forgetPeak();
    QElapsedTimer clock;
    clock.start();
    using Column = SmsLogModel::Column;
    exporting.start({{},
                     {Column::Created, Column::Number, Column::State, Column::Text, Column::Took, Column::Cost,
                      Column::MessageId, Column::Batch, Column::Request},
                     path,
                     rows});
    while (!over)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    result.seconds = static_cast<double>(clock.elapsed()) / 1000;
    result.peakAtEnd = statusMegabytes("VmHWM:");
    result.fileMegabytes = static_cast<double>(QFile(path).size()) / (1 << 20);
    return result;
}

void tell(const char *kind, const Exported &exported) {
    const auto named = [kind](const char *what) { return (QString(kind) + ", 1,000,000 rows: " + what).toStdString(); };
    report("sms_export", named("peak at 10 %").c_str(), exported.peakAtTenth, "MB", 0);
    report("sms_export", named("peak at the end").c_str(), exported.peakAtEnd, "MB", 0);
    report("sms_export", named("peak at the end / at 10 %").c_str(), exported.peakAtEnd / exported.peakAtTenth, "x",
           1.25);
    report("sms_export", named("written in").c_str(), exported.seconds, "s", 0);
    report("sms_export", named("size").c_str(), exported.fileMegabytes, "MB", 0);
}
} // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir folder(QDir::currentPath() + "/sms_export_XXXXXX"); // a file in memory would count
    tell("CSV", exportInto(folder.filePath("log.csv")));
    tell("workbook", exportInto(folder.filePath("log.xlsx")));
    return 0;
}
