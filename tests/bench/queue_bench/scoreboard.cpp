#include "tests/bench/queue_bench/scoreboard.h"

#include "tests/bench/report.h"

namespace wemo::bench {

namespace {
const QString ours = QStringLiteral("wemo");

QString figure(double value) {
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}
} // namespace

double percentile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * part + 0.5)];
}

void Scoreboard::note(const QString &metric, const QString &library, double value) {
    if (!m_order.contains(metric))
        m_order.append(metric);
    m_values[metric][library].push_back(value);
}

double Scoreboard::median(const QString &metric, const QString &library) const {
    return bench::median(m_values.value(metric).value(library));
}

void Scoreboard::judgeAtMost(const QString &metric, const char *unit, double limit, const QString &limitText) {
    const double value = median(metric, ours);
    report("queue", qPrintable(metric + ", " + limitText), value, unit, limit);
    judge(metric, limitText, value <= limit);
}

void Scoreboard::judgeAtLeast(const QString &metric, const char *unit, double limit, const QString &limitText) {
    const double value = median(metric, ours);
    report("queue", qPrintable(metric + ", " + limitText), 1e6 / std::max(value, 1e-9), unit, 1e6 / limit);
    judge(metric, limitText, value >= limit);
}

void Scoreboard::judge(const QString &metric, const QString &limitText, bool kept) {
    QString &text = m_judgements[metric];
    text += (text.isEmpty() ? "" : ", ") + limitText + (kept ? ": yes" : ": **no**");
}

void Scoreboard::print(const QStringList &libraries) const {
    QTextStream out(stderr);
    out << "\n| median | " << libraries.join(" | ") << " | asked of ours |\n|---"
        << QStringLiteral("|---:").repeated(libraries.size()) << "|---|\n";
    for (const QString &metric : m_order) {
        out << "| " << metric;
        for (const QString &library : libraries)
            out << " | " << (m_values.value(metric).contains(library) ? figure(median(metric, library)) : "–");
        out << " | " << m_judgements.value(metric) << " |\n";
    }
}

} // namespace wemo::bench
