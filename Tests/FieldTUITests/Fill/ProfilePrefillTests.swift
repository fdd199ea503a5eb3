import OfflineStore
import SurveyForms
import SyncProtocol
import Testing

@testable import FieldTUI

struct ProfilePrefillTests {
  private static let xform = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>ทดลอง</h:title><model>
    <instance><data id="trial" version="1"><site>
    <site_kind>village</site_kind><site_moo/><site_name/></site>
    </data></instance>
    <bind nodeset="/data/site/site_kind" type="string"/>
    <bind nodeset="/data/site/site_moo" type="int" relevant="/data/site/site_kind = 'village'"/>
    <bind nodeset="/data/site/site_name" type="string"
      relevant="/data/site/site_kind = 'community'"/>
    </model></h:head><h:body><group ref="/data/site"><label>พื้นที่</label>
    <select1 ref="/data/site/site_kind"><label>ประเภท</label>
    <item><label>หมู่บ้าน</label><value>village</value></item>
    <item><label>ชุมชน</label><value>community</value></item></select1>
    <input ref="/data/site/site_moo"><label>หมู่ที่</label></input>
    <input ref="/data/site/site_name"><label>ชื่อชุมชน</label></input>
    </group></h:body></h:html>
    """

  private func session() throws -> FormSession {
    let form = try #require(FormReader.read(Array(Self.xform.utf8)) { _ in nil }.definition)
    return FormSession(form, environment: Survey.environment)
  }

  private let community = Profile(
    name: "สมหญิง รักถิ่น", siteKind: "community", moo: 3, villageName: "ชุมชนริมน้ำ")

  @Test func `a community is named, although the form asks a village's number at first`() throws {
    var session = try session()
    let known = ProfilePrefill.apply(community, to: &session)
    #expect(session.value("/data/site/site_name") == "ชุมชนริมน้ำ")
    #expect(known == ["/data/site/site_kind", "/data/site/site_name"])
    #expect(!String(decoding: session.draft(), as: UTF8.self).contains("<site_moo>3"))
  }

  @Test func `what the profile does not know is left to the person`() throws {
    var session = try session()
    #expect(ProfilePrefill.apply(Profile(name: "สมหญิง รักถิ่น"), to: &session).isEmpty)
    #expect(session.value("/data/site/site_kind") == "village")
    #expect(session.value("/data/site/site_moo").isEmpty)
  }
}
