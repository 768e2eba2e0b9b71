#include "ui/pages/campaigns/sheet_panel.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/campaigns/file_row.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr int perPercent = 100;
const QList<Rate> steps{1, perTwd / 100, perTwd / 10, perTwd / 2, perTwd, 5 * perTwd};
} // namespace

SheetPanel::SheetPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SheetModel(this)) {
    build();
    wire();
    retranslate();
    followModel();
    followSelection();
}

/// The parts go after this has gone, and an undo stack tells of its end.
SheetPanel::~SheetPanel() {
    m_model->undoStack().disconnect(this);
    m_model->disconnect(this);
    m_view->disconnect(this);
    m_search->disconnect(this);
}

void SheetPanel::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildTools());
    column->addWidget(buildRaise());
    m_files = new FileRow(this);
    column->addWidget(m_files);
    m_view = new SheetView(*m_model, this);
    column->addWidget(m_view, 1);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("cellFault"));
    m_fault->setProperty("ui", "error");
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
}

QWidget *SheetPanel::buildTools() {
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_search = new ui::SearchField(tools);
    m_search->setObjectName(QStringLiteral("sheetSearch"));
    m_search->setMaximumWidth(240);
    m_onlyChanged = new QToolButton(tools);
    m_onlyChanged->setObjectName(QStringLiteral("onlyChanged"));
    m_onlyChanged->setCheckable(true);
    m_onlyChanged->setProperty("ui", "chip");
    m_onlyChanged->setFocusPolicy(Qt::StrongFocus);
    m_summary = new QLabel(tools);
    m_summary->setObjectName(QStringLiteral("sheetSummary"));
    m_summary->setProperty("ui", "muted");
    m_undo = new QToolButton(tools);
    m_undo->setObjectName(QStringLiteral("sheetUndo"));
    m_undo->setIcon(ui::icon(QStringLiteral("edit-undo")));
    m_redo = new QToolButton(tools);
    m_redo->setObjectName(QStringLiteral("sheetRedo"));
    m_redo->setIcon(ui::icon(QStringLiteral("edit-redo")));
    m_import = new QPushButton(tools);
    m_import->setObjectName(QStringLiteral("sheetImport"));
    m_export = new QPushButton(tools);
    m_export->setObjectName(QStringLiteral("sheetExport"));
    for (QToolButton *button : {m_undo, m_redo})
        button->setFocusPolicy(Qt::StrongFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_onlyChanged, m_summary})
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_undo, m_redo, m_import, m_export})
        row->addWidget(widget);
    return tools;
}

QWidget *SheetPanel::buildRaise() {
    m_raiseRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_raiseRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_raiseLabel = new QLabel(m_raiseRow);
    m_value = new QDoubleSpinBox(m_raiseRow);
    m_value->setObjectName(QStringLiteral("raiseValue"));
    m_value->setRange(-100'000, 100'000);
    m_value->setDecimals(2);
    m_value->setValue(5);
    m_kind = new QComboBox(m_raiseRow);
    m_kind->setObjectName(QStringLiteral("raiseKind"));
    m_kind->addItems({QStringLiteral("%"), QStringLiteral("NT$")});
    m_rounding = new QComboBox(m_raiseRow);
    m_rounding->setObjectName(QStringLiteral("raiseRounding"));
    m_rounding->addItems({QString(), QString(), QString()});
    m_step = new QComboBox(m_raiseRow);
    m_step->setObjectName(QStringLiteral("raiseStep"));
    for (const Rate step : steps)
        m_step->addItem(QStringLiteral("NT$") + rateText(step), step);
    m_step->setCurrentIndex(2);
    m_raise = new QPushButton(m_raiseRow);
    m_raise->setObjectName(QStringLiteral("raiseApply"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_raiseLabel, m_value, m_kind, m_rounding, m_step, m_raise})
        row->addWidget(widget);
    row->addStretch(1);
    return m_raiseRow;
}

void SheetPanel::wire() {
    m_search->setList(m_view);
    connect(m_search, &ui::SearchField::searched, this, &SheetPanel::filter);
    connect(m_onlyChanged, &QToolButton::toggled, this, [this](bool on) {
        ui::FilterBar::setChip(m_onlyChanged, m_onlyChanged->text(), on);
        filter();
    });
    connect(m_undo, &QToolButton::clicked, &m_model->undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_model->undoStack(), &QUndoStack::redo);
    connect(&m_model->undoStack(), &QUndoStack::indexChanged, this, &SheetPanel::followModel);
    connect(m_model, &SheetModel::changed, this, &SheetPanel::followModel);
    connect(m_raise, &QPushButton::clicked, this, &SheetPanel::raise);
    connect(m_view, &SheetView::selectionMoved, this, &SheetPanel::followSelection);
    connect(m_import, &QPushButton::clicked, this, &SheetPanel::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &SheetPanel::chooseExport);
    connect(m_files, &FileRow::applyRequested, this, [this](const QHash<Id, Config> &configs, const QString &fileName) {
        m_model->replace(configs, tr("Import %1").arg(fileName));
    });
    connect(m_files, &FileRow::exported, this, [this](const QString &path, qint64 rows) {
        Q_EMIT noticed(tr("%1 plans written to %2").arg(QLocale().toString(rows), QFileInfo(path).fileName()));
    });
}

void SheetPanel::setReadOnly(bool readOnly) {
    m_model->setReadOnly(readOnly);
    m_raiseRow->setVisible(!readOnly);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_undo, m_redo, m_import})
        widget->setVisible(!readOnly);
}

void SheetPanel::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

bool SheetPanel::clearFilter() {
    if (m_search->text().isEmpty() && !m_onlyChanged->isChecked())
        return false;
    m_search->setTextQuietly({});
    m_onlyChanged->setChecked(false);
    filter();
    return true;
}

void SheetPanel::filter() {
    m_view->filter(m_search->text().trimmed(), m_onlyChanged->isChecked());
    followModel();
}

void SheetPanel::raise() {
    PriceRaise how;
    how.kind = m_kind->currentIndex() == 0 ? PriceRaise::Kind::Percent : PriceRaise::Kind::Amount;
    const double factor = how.kind == PriceRaise::Kind::Percent ? perPercent : static_cast<double>(perTwd);
    how.value = std::llround(m_value->value() * factor);
    how.step = m_step->currentData().toLongLong();
    how.rounding = static_cast<PriceRaise::Rounding>(m_rounding->currentIndex());
    const qint64 changed = m_view->raise(how);
    Q_EMIT noticed(tr("%1 prices changed").arg(QLocale().toString(changed)));
}

void SheetPanel::chooseExport() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export prices"), m_fileName + QStringLiteral(".xlsx"),
                                                      tr("Workbook (*.xlsx);;CSV (*.csv)"));
    if (!path.isEmpty())
        m_files->exportTo(path, m_model->edited());
}

void SheetPanel::chooseImport() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import prices"), {}, tr("Workbook or CSV (*.xlsx *.csv)"));
    if (!path.isEmpty())
        m_files->importFrom(path, [this] { return m_model->edited(); });
}

void SheetPanel::followModel() {
    const QLocale locale;
    QString text =
        tr("%1 of %2 plans change").arg(locale.toString(m_model->changedCount()), locale.toString(m_model->rowCount()));
    if (const qint64 faults = m_model->faultCount(); faults > 0)
        text += QStringLiteral(" · ") + tr("%1 mistakes").arg(locale.toString(faults));
    m_summary->setText(text);
    const QUndoStack &undo = m_model->undoStack();
    m_undo->setEnabled(undo.canUndo());
    m_redo->setEnabled(undo.canRedo());
    m_undo->setToolTip(tr("Undo: %1").arg(undo.undoText()));
    m_redo->setToolTip(tr("Redo: %1").arg(undo.redoText()));
    followSelection();
}

void SheetPanel::followSelection() {
    const QModelIndex cell = m_view->currentIndex();
    const QString fault = cell.data(SheetModel::FaultRole).toString();
    m_fault->setText(fault.isEmpty() ? QString()
                                     : tr("%1, %2: %3")
                                           .arg(m_model->plan(cell.row()).code,
                                                columnTitle(m_model->column(cell.column()).key), fault));
    m_fault->setVisible(!fault.isEmpty());
    const qint64 count = m_view->raisable();
    m_raise->setEnabled(count > 0);
    m_raise->setText(count > 0 ? tr("Raise selected (%1)").arg(QLocale().toString(count))
                               : tr("Select prices to raise"));
}

void SheetPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SheetPanel::retranslate() {
    m_search->setPlaceholderText(tr("Find a plan"));
    m_search->setAccessibleName(tr("Find a plan"));
    ui::FilterBar::setChip(m_onlyChanged, tr("Only changed"), m_onlyChanged->isChecked());
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    m_raiseLabel->setText(tr("Raise the selected by"));
    m_value->setAccessibleName(tr("Raise by"));
    m_kind->setAccessibleName(tr("Percent or amount"));
    const QString rounding[] = {tr("rounded to the nearest"), tr("rounded up to"), tr("rounded down to")};
    for (int i = 0; i < m_rounding->count(); ++i)
        m_rounding->setItemText(i, rounding[i]);
    m_rounding->setAccessibleName(tr("Rounding"));
    m_step->setAccessibleName(tr("Multiple of"));
    m_view->setAccessibleName(tr("Prices of the campaign"));
    if (auto *corner = m_view->findChild<QAbstractButton *>()) // Qt gives it no name
        corner->setAccessibleName(tr("Select all prices"));
    followModel();
}

} // namespace wemo::pages::campaigns
