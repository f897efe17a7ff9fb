use super::super::demonstration::Demonstration;

pub const DEMONSTRATION: Demonstration = Demonstration {
    label: "演示",
    playing: "当前角色：",
    nobody: "尚未选择角色。",
    switch: "切换",
    again: "重新开始",
    sure: "要清除本次演示的全部操作，恢复到最初的人员和企业吗？",
    begin: "是，重新开始",
    keep: "否，保留",
    begun: "演示已重新开始。",
    damaged: "本浏览器保存的演示数据无法读取，演示已重新开始。",
    not_kept: "浏览器暂时无法保存数据，操作未生效。可能是无痕窗口，或磁盘已满。",
    title: "您想扮演谁？",
    lead: "这里没有服务器：一切都在本浏览器中进行，人物均为虚构。您可以轮流扮演采购商、供应商和平台审核员。",
    play: "扮演",
    this_one: "当前",
    open_invitation: "打开邀请，然后切换角色",
    reviewer: "平台审核员",
    no_company: "尚未加入企业",
    role_in: |role, company| format!("{company}，{role}"),
    and: "；",
};
