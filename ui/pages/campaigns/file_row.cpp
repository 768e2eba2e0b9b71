#include "ui/pages/campaigns/file_row.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/sheets/background.h"
#include "ui/sheets/file_text.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"

#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr int mostMistakesHeight = 160;

QString nameOf(const QString &path) {
    return QFileInfo(path).fileName();
}
} // namespace

FileRow::FileRow(QWidget *parent)
    : QFrame(parent)
    , m_progressRow(new QWidget(this))
    , m_progressText(new QLabel(m_progressRow))
    , m_progress(new QProgressBar(m_progressRow))
    , m_cancel(new QPushButton(m_progressRow))
    , m_error(new ui::MessageBar(this))
    , m_review(new QWidget(this))
    , m_summary(new QLabel(m_review))
    , m_mistakes(new ui::ListTable(m_review))
    , m_mistakeRows(new QStandardItemModel(this))
    , m_apply(new QPushButton(m_review))
    , m_discard(new QPushButton(m_review)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress->setTextVisible(false);
    m_progress->setObjectName(QStringLiteral("fileProgress"));
    m_cancel->setObjectName(QStringLiteral("fileCancel"));
    row->addWidget(m_progressText);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    m_error->setObjectName(QStringLiteral("fileError"));
    auto *review = new QVBoxLayout(m_review);
    review->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setWordWrap(true);
    m_apply->setObjectName(QStringLiteral("importApply"));
    m_apply->setProperty("ui", "primary");
    m_discard->setObjectName(QStringLiteral("importDiscard"));
    head->addWidget(m_summary, 1);
    head->addWidget(m_discard);
    head->addWidget(m_apply);
    review->addLayout(head);
    m_mistakes->setObjectName(QStringLiteral("importMistakes"));
    m_mistakes->setModel(m_mistakeRows);
    m_mistakes->setMaximumHeight(mostMistakesHeight);
    m_mistakes->horizontalHeader()->setStretchLastSection(true);
    m_mistakes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    review->addWidget(m_mistakes);
    for (QWidget *part : {m_progressRow, static_cast<QWidget *>(m_error), m_review}) {
        column->addWidget(part);
        part->hide();
    }
    connect(m_cancel, &QPushButton::clicked, this, &FileRow::cancel);
    connect(m_discard, &QPushButton::clicked, this, &FileRow::close);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT applyRequested(m_import.changed, nameOf(m_path));
        close();
    });
    follow(m_writing);
    follow(m_reading);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &FileRow::onWritten);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &FileRow::onRead);
    retranslate();
    hide();
}

template <typename T>
void FileRow::follow(QFutureWatcher<T> &watcher) {
    connect(&watcher, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
}

bool FileRow::isBusy() const {
    return m_writing.isRunning() || m_reading.isRunning();
}

void FileRow::begin(const QString &text) {
    m_error->clear();
    m_review->hide();
    m_progressText->setText(text);
    m_progress->setAccessibleName(text);
    m_progress->setRange(0, 0);
    m_progressRow->show();
    show();
}

void FileRow::end() {
    m_progressRow->hide();
    setVisible(!m_error->isHidden() || !m_review->isHidden());
}

void FileRow::exportTo(const QString &path, const QList<InForce> &sheet) {
    if (isBusy())
        return;
    const SheetTable table = tableOf(sheet);
    m_path = path;
    m_rows = table.rows.size();
    begin(tr("Writing %1").arg(nameOf(path)));
    m_writing.setFuture(sheets::writeFileInBackground({table.header, table.rows}, path));
}

void FileRow::importFrom(const QString &path, std::function<QList<InForce>()> current) {
    if (isBusy())
        return;
    m_path = path;
    m_current = std::move(current);
    begin(tr("Reading %1").arg(nameOf(path)));
    m_reading.setFuture(sheets::readFileInBackground(path));
}

void FileRow::cancel() {
    m_writing.cancel();
    m_reading.cancel();
}

void FileRow::onWritten() {
    if (!m_writing.isCanceled()) {
        const Result<void> result = m_writing.result();
        if (result)
            Q_EMIT exported(m_path, m_rows);
        else
            m_error->showMessage(ui::Tone::Danger, sheets::fileErrorText(result.error()));
    }
    end();
}

void FileRow::onRead() {
    if (!m_reading.isCanceled()) {
        const Result<sheets::Table> table = m_reading.result();
        if (table) {
            m_import = readTable({table->header, table->rows}, m_current());
            showReview();
        } else {
            m_error->showMessage(ui::Tone::Danger, sheets::fileErrorText(table.error()));
        }
    }
    end();
}

void FileRow::showReview() {
    const QLocale locale;
    m_summary->setText(tr("%1: %2 plans would change, %3 stay as they are; %4 mistakes.")
                           .arg(nameOf(m_path), locale.toString(m_import.changed.size()),
                                locale.toString(m_import.unchanged), locale.toString(m_import.mistakes.size())));
    m_apply->setText(m_import.mistakes.isEmpty()
                         ? tr("Apply %1 plans").arg(m_import.changed.size())
                         : tr("Apply the %1 plans without mistakes").arg(m_import.changed.size()));
    m_apply->setVisible(!m_import.changed.isEmpty());
    m_mistakeRows->clear();
    m_mistakeRows->setHorizontalHeaderLabels({tr("Cell"), tr("It says"), tr("What is wrong")});
    for (const SheetMistake &mistake : std::as_const(m_import.mistakes)) {
        QString words = cellFault({mistake.place, mistake.code, mistake.message});
        if (!mistake.place.isEmpty())
            words += QStringLiteral(" (%1)").arg(mistake.place);
        m_mistakeRows->appendRow(
            {new QStandardItem(mistake.cell), new QStandardItem(mistake.text), new QStandardItem(words)});
    }
    m_mistakes->setColumnWidth(0, 72);
    m_mistakes->setColumnWidth(1, 200);
    m_mistakes->setVisible(!m_import.mistakes.isEmpty());
    m_review->show();
}

void FileRow::close() {
    m_review->hide();
    m_import = {};
    end();
}

void FileRow::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FileRow::retranslate() {
    m_cancel->setText(tr("Cancel"));
    m_discard->setText(tr("Discard"));
    m_mistakes->setAccessibleName(tr("Mistakes in the file"));
    if (!m_review->isHidden())
        showReview();
}

} // namespace wemo::pages::campaigns
