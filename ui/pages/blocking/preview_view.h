#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStandardItemModel;

namespace wemo::ui {
class ListTable;
class MessageBar;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class DayBars;

/// Who would have been blocked by a policy, as it is filled in, over the last days: counts, a bar a day, and examples.
class PreviewView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewView)

public:
    explicit PreviewView(BlockingSource &source, QWidget *parent = nullptr);
    /// Asks at once when it is shown; another policy than the one that was asked for is asked again.
    void setRecord(const PolicyRecord &record);

Q_SIGNALS:
    void historyRequested(const QString &kind, const QString &subjectId);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void ask();
    void fill();
    void retranslate();

    BlockingSource &m_source;
    PolicyRecord m_record;
    std::optional<PolicyRecord> m_asked;
    std::optional<wemo::blocking::PolicyPreview> m_preview;
    quint64 m_epoch = 0;
    QComboBox *m_days;
    QPushButton *m_again;
    ui::MessageBar *m_error;
    ui::SkeletonLoading *m_loading;
    QLabel *m_sentence;
    DayBars *m_bars;
    QLabel *m_examplesHeading;
    ui::ListTable *m_examples;
    QStandardItemModel *m_rows;
};

} // namespace wemo::pages::blocking
