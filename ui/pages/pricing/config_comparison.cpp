#include "ui/pages/pricing/config_comparison.h"

#include "ui/pages/pricing/config_words.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
constexpr int valueWidth = 112;

QString shown(const QString &value) {
    return value.isEmpty() ? QStringLiteral("–") : value;
}
} // namespace

ConfigComparison::ConfigComparison(QWidget *parent)
    : QWidget(parent)
    , m_same(new QLabel(this))
    , m_fields(new QTreeWidget(this))
    , m_examples(new WorkedExamples(this)) {
    setObjectName(QStringLiteral("configComparison"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    m_same->setObjectName(QStringLiteral("comparisonSame"));
    m_same->setWordWrap(true);
    ui::setUiProperty(m_same, "ui", QStringLiteral("muted"));
    m_fields->setObjectName(QStringLiteral("comparisonFields"));
    m_fields->setRootIsDecorated(false);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setColumnCount(3);
    m_fields->setMinimumHeight(160);
    m_fields->header()->setStretchLastSection(false);
    m_fields->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_fields->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_fields->setColumnWidth(1, valueWidth);
    m_fields->setColumnWidth(2, valueWidth);
    column->addWidget(m_same);
    column->addWidget(m_fields);
    column->addWidget(m_examples);
}

void ConfigComparison::compare(const Config &before, const QString &beforeName, const Config &after,
                               const QString &afterName, Instant start, const CatalogNames &names) {
    m_before = before;
    m_after = after;
    m_beforeName = beforeName;
    m_afterName = afterName;
    m_names = names;
    m_examples->setColumnNames(beforeName, afterName);
    m_examples->setConfigs(before, after, start, names);
    follow();
}

void ConfigComparison::follow() {
    m_fields->setAccessibleName(tr("Differences"));
    m_fields->setHeaderLabels({tr("Field"), m_beforeName, m_afterName});
    m_fields->clear();
    const QList<ChangeWords> changes = changeWords(m_before, m_after, m_names);
    for (const ChangeWords &change : changes) {
        auto *row = new QTreeWidgetItem(m_fields, {change.field, shown(change.before), shown(change.after)});
        for (int column = 0; column < 3; ++column) {
            row->setToolTip(column, row->text(column));
            row->setSizeHint(column, {0, ui::metrics::compactRowHeight});
        }
    }
    m_same->setText(tr("Both say the same."));
    m_same->setVisible(changes.isEmpty());
    m_fields->setVisible(!changes.isEmpty());
}

void ConfigComparison::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace wemo::pages::pricing
