#include "ui/pages/blocking/import_panel.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/import_run.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using wemo::blocking::ImportError;
using wemo::blocking::ImportState;

namespace {
constexpr int mostShown = 12; ///< rows, before it scrolls

QString count(qint64 number) {
    return QLocale().toString(number);
}
} // namespace

ImportPanel::ImportPanel(ImportRun &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_rows(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("importPanel"));
    build();
    wire();
    retranslate();
}

void ImportPanel::build() {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_panel = new ui::DetailPanel(this);
    outer->addWidget(m_panel);
    m_pill = new ui::StatusPill;
    m_panel->setTitleWidget(m_pill);
    auto *top = new QWidget;
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_error = new ui::MessageBar(top);
    m_error->setObjectName(QStringLiteral("importError"));
    m_progress = new ui::ProgressRow(QStringLiteral("importProgress"), top);
    m_sentence = new QLabel(top);
    m_sentence->setObjectName(QStringLiteral("importSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_error, m_progress, m_sentence, buildButtons()})
        column->addWidget(widget);
    m_panel->addSection({}, top);
    m_facts = new ui::KeyValueList;
    m_factsHeading = m_panel->addSection(tr("Facts"), m_facts);
    m_table = new ui::ListTable;
    m_table->setObjectName(QStringLiteral("importMistakes"));
    m_table->setModel(m_rows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_mistakesHeading = m_panel->addSection(tr("Wrong lines"), m_table);
    m_panel->addStretch();
}

QWidget *ImportPanel::buildButtons() {
    auto *buttons = new QWidget;
    auto *column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    auto *first = new QHBoxLayout;
    auto *second = new QHBoxLayout;
    const auto make = [buttons](const char *name, QHBoxLayout *row) {
        auto *button = new QPushButton(buttons);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        return button;
    };
    m_commit = make("importCommit", first);
    m_drop = make("importDrop", first);
    m_save = make("importSave", second);
    m_bans = make("importBans", second);
    m_undo = make("importUndo", second);
    m_commit->setProperty("ui", "primary");
    m_undo->setProperty("ui", "danger");
    first->addStretch();
    second->addStretch();
    column->addLayout(first);
    column->addLayout(second);
    return buttons;
}

void ImportPanel::wire() {
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &ImportPanel::closeRequested);
    connect(m_progress, &ui::ProgressRow::cancelRequested, &m_run, &ImportRun::cancel);
    connect(m_commit, &QPushButton::clicked, &m_run, &ImportRun::commit);
    connect(m_drop, &QPushButton::clicked, &m_run, &ImportRun::cancel);
    connect(m_save, &QPushButton::clicked, this, &ImportPanel::saveRequested);
    connect(m_undo, &QPushButton::clicked, this, &ImportPanel::undoRequested);
    connect(m_bans, &QPushButton::clicked, this, [this] { Q_EMIT bansRequested(m_run.import()->id); });
    connect(&m_run, &ImportRun::begun, m_error, &ui::MessageBar::clear);
    connect(&m_run, &ImportRun::changed, this, &ImportPanel::fill);
}

void ImportPanel::setMayImport(bool may) {
    m_mayImport = may;
    showButtons();
}

void ImportPanel::showError(const ui::ApiError &error) {
    m_error->showError(error, false);
}

void ImportPanel::showFileError(const QString &text) {
    m_error->showMessage(ui::Tone::Danger, text);
}

QStringList ImportPanel::mistakesHeader() const {
    return {tr("Line"), tr("Column"), tr("It says"), tr("What is wrong")};
}

QList<QStringList> ImportPanel::mistakes() const {
    QList<QStringList> rows;
    if (m_run.import())
        for (const ImportError &error : m_run.import()->errors)
            rows.append({QString::number(error.line), error.column > 0 ? QString::number(error.column) : QString(),
                         error.text, importFault(error)});
    return rows;
}

void ImportPanel::fill() {
    const auto &import = m_run.import();
    m_panel->setTitle(import && !import->name.isEmpty() ? import->name : tr("Import"));
    m_pill->setVisible(import.has_value());
    if (import)
        m_pill->setPill(importPill(import->state));
    const QString doing = m_run.progressText();
    if (doing.isEmpty()) {
        m_progress->end();
    } else {
        m_progress->begin(doing);
        m_progress->setProgress(m_run.progress().first, m_run.progress().second);
    }
    m_facts->setVisible(import.has_value());
    m_factsHeading->setVisible(import.has_value());
    if (import)
        fillFacts(*import);
    fillMistakes(import.value_or(BanImport()));
    showButtons();
}

void ImportPanel::fillFacts(const BanImport &import) {
    const bool ready = import.state == ImportState::Ready;
    m_sentence->setText(!import.detail.isEmpty()    ? import.detail
                        : ready && import.good == 0 ? tr("No line of it can be imported.")
                        : ready                     ? tr("The file was checked. Nothing is on the list yet.")
                                                    : QString());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_facts->set("lines", tr("Lines"), count(import.lines));
    m_facts->set("good", tr("Bans in it"), count(import.good));
    m_facts->set("bad", tr("Wrong lines"), count(import.bad));
    m_facts->set("duplicates", tr("There already"), count(import.duplicates));
    m_facts->set("author", tr("By"), import.author);
    m_facts->set("created", tr("When"), import.createdAt ? ui::dateAndTime(*import.createdAt) : QString());
}

void ImportPanel::fillMistakes(const BanImport &import) {
    const QList<QStringList> rows = mistakes();
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(mistakesHeader());
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : row) {
            items.append(new QStandardItem(cell));
            items.constLast()->setToolTip(cell);
        }
        m_rows->appendRow(items);
    }
    m_table->setColumnWidth(0, 56);
    m_table->setColumnWidth(1, 68);
    m_table->setColumnWidth(2, 108);
    const int shown = std::clamp(static_cast<int>(rows.size()), 1, mostShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + ui::metrics::rowHeight * shown + 4);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setVisible(!rows.isEmpty());
    m_mistakesHeading->setVisible(!rows.isEmpty());
    m_mistakesHeading->setText(import.bad > rows.size()
                                   ? tr("The first %1 of %2 wrong lines").arg(count(rows.size()), count(import.bad))
                                   : tr("Wrong lines"));
}

void ImportPanel::showButtons() {
    const auto &import = m_run.import();
    const auto state = import ? import->state : ImportState::Canceled;
    const bool ready = m_mayImport && state == ImportState::Ready;
    m_commit->setVisible(ready && import->good > 0);
    m_drop->setVisible(ready);
    m_save->setVisible(import && !import->errors.isEmpty());
    m_undo->setVisible(m_mayImport && state == ImportState::Done);
    m_bans->setVisible(state == ImportState::Done);
    if (import)
        m_commit->setText(import->bad > 0 ? tr("Import the %1 good lines").arg(count(import->good))
                                          : tr("Import %1 bans").arg(count(import->good)));
}

void ImportPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportPanel::retranslate() {
    m_factsHeading->setText(tr("Facts"));
    m_drop->setText(tr("Drop it"));
    m_save->setText(tr("Save the mistakes …"));
    m_undo->setText(tr("Take it back …"));
    m_bans->setText(tr("Its bans"));
    m_table->setAccessibleName(tr("Wrong lines of the file"));
    fill();
}

} // namespace wemo::pages::blocking
