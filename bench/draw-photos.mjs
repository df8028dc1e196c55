// Draws the sample photos of content/ again: `node bench/draw-photos.mjs [part of a path]`.
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { dice } from './drawing/brush.mjs'
import * as inside from './drawing/interiors.mjs'
import * as land from './drawing/landscapes.mjs'
import * as life from './drawing/life.mjs'
import { districtMap } from './drawing/map.mjs'
import * as place from './drawing/places.mjs'
import * as season from './drawing/seasons.mjs'

const bulletins = path.join(import.meta.dirname, '..', 'content', 'bulletins')
const heaviest = 250 * 1024

const seed = '2023/hoi-nghi-tong-ket-dong-quan-canh-phong'
const harvest = '2021/mua-gat-tren-canh-dong-ven-song-chu'
const months = '2022/muoi-hai-thang-tren-que-huong'
const cakes = '2022/len-lua-lang-banh-la'

/** File below bulletins/, scene, width, height: the names are those a clerk's phone and folders would have given. */
const photos = [
  [`${seed}/THO 1.png`, inside.hall, 1600, 1067],
  [`${seed}/THO 3 (1).png`, inside.windowsAndChairs, 1600, 1067],
  [`${seed}/THO 2.png`, inside.rostrum, 1600, 1067],
  [`${seed}/THO 4 (1).png`, land.riverHills, 1600, 1067],
  [`${seed}/tham luan 1.jpg`, inside.microphone, 1600, 1067],
  [`${seed}/tham luan 2.jpg`, inside.desk, 1600, 1067],
  [`${seed}/a dung.jpg`, inside.stage, 1800, 1200],
  [`${harvest}/DSC_0112.JPG`, land.dawnField, 1920, 1280],
  [`${harvest}/DSC_0113.JPG`, land.harvest, 1920, 1280],
  [`${harvest}/DSC_0121.JPG`, land.canal, 1920, 1280],
  [`${harvest}/IMG_20210526_171542.jpg`, land.hatOnDyke, 1200, 1600],
  [`${harvest}/DSC_0140 (1).JPG`, land.eveningYard, 1920, 1280],
  ['2022/ket-qua-hoi-khoe-phu-dong-cap-huyen/sân vận động.jpg', place.schoolField, 1920, 1080],
  ['2022/phien-cho-nong-san-que-huong/Gian hàng (1).jpg', place.market, 1800, 1200],
  ['2022/phien-cho-nong-san-que-huong/Gian hàng (2).jpg', place.shelves, 1800, 1200],
  ['2023/dien-tap-khu-vuc-phong-thu/Ảnh hội nghị (2).jpg', land.campHills, 1800, 1200],
  ['2024/ke-hoach-cai-cach-hanh-chinh-nam-2024/bo phan 1 cua.jpg', place.oneStopDesk, 1600, 1067],
  ['2024/khoi-cong-cau-dan-sinh-bai-dau/Phối cảnh cầu.png', land.bridge, 1600, 1004],
  ['2025/kham-suc-khoe-nguoi-cao-tuoi/tram y te.jpg', place.healthStation, 1600, 1067],
  ['2025/bao-cao-xay-dung-nong-thon-moi/IMG_2034.jpg', land.villageRoad, 1920, 1280],
  ['2025/bao-cao-xay-dung-nong-thon-moi/z4032176543210_a1b2c3.jpg', land.greenPaddies, 1920, 1280],
  [`${months}/T01 bến sông.jpg`, season.mistRiver, 1600, 1067],
  [`${months}/T02 hoa đào.jpg`, season.blossomYard, 1600, 1067],
  [`${months}/T03 hoa cải.jpg`, season.mustardBank, 1600, 1067],
  [`${months}/T04 mía.jpg`, season.caneHills, 1600, 1067],
  [`${months}/T05 gặt.jpg`, land.harvest, 1600, 1067],
  [`${months}/T06 sen.jpg`, season.lotusPond, 1600, 1067],
  [`${months}/T07 mưa.jpg`, season.rainField, 1600, 1067],
  [`${months}/T08 diều.jpg`, season.kiteDyke, 1600, 1067],
  [`${months}/T09 trung thu.jpg`, season.lanternYard, 1600, 1067],
  [`${months}/T10 vườn quả.jpg`, season.orchard, 1600, 1067],
  [`${months}/T11 đàn vịt.jpg`, season.duckPond, 1600, 1067],
  [`${months}/T12 cổng làng.jpg`, season.villageGate, 1600, 1067],
  ['2019/khai-giang-tren-nhung-ngoi-truong-moi/IMG_0905.jpg', life.classroom, 1600, 1067],
  ['2019/trong-cay-dau-xuan/DSC_0031.JPG', life.saplings, 1500, 1000],
  ['2020/cay-da-gieng-nuoc-dau-lang/IMG_20201015_070211.jpg', life.banyan, 1000, 1500],
  [`${cakes}/banh 1.jpg`, life.cakes, 1600, 1067],
  [`${cakes}/banh 2.jpg`, life.dryingFrames, 1600, 1067],
  [`${cakes}/banh 3.jpg`, land.eveningYard, 1600, 1067],
  ['2023/ngay-hoi-doc-sach/thu vien (1).jpg', life.library, 1600, 1067],
  ['2023/ngay-hoi-doc-sach/thu vien (2).jpg', inside.windowsAndChairs, 1500, 1000],
  ['2024/ban-tin-phat-thanh-thang-7/loa thôn.jpg', life.loudspeaker, 1600, 1067],
  ['2024/nuoc-sach-ve-lang-gom/z5111222333444.jpg', life.waterWorks, 1600, 1067],
  ['2024/khac-phuc-sat-ke-sau-mua-lon/kè bờ tả.jpg', life.revetment, 1600, 1067],
  ['2024/giai-chay-ven-song/DJI_0007.JPG', life.raceStart, 1600, 1067],
  ['2024/ket-qua-chon-nha-thau-cum-cong-nghiep/phoi canh.jpg', life.workshops, 1600, 1000],
  ['2025/tu-bo-dinh-lang-co-mat/sân đình.jpg', life.communalHouse, 1600, 1067],
  ['2025/lich-mot-cua-tu-01-7/quay giao dich.jpg', place.oneStopDesk, 1600, 1000],
  ['2025/nhin-lai-nam-nam-quy-hoach/DJI_0230.JPG', land.riverHills, 1600, 1000],
  ['../pages/ban-do-dia-gioi/sơ đồ huyện.png', districtMap, 1600, 1200],
  ['../pages/dieu-kien-tu-nhien/DJI_0102.jpg', season.bend, 1600, 1067],
]

/** Saves one picture in the format of its name. */
async function draw([name, scene, width, height]) {
  const file = path.join(bulletins, name)
  await mkdir(path.dirname(file), { recursive: true })
  const picture = sharp(Buffer.from(scene(dice(name), width, height)))
  const saved = name.endsWith('.png')
    ? picture.png({ palette: true, colours: 224, dither: 0.5, effort: 9, compressionLevel: 9 })
    : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true })
  await saved.toFile(file)
  const { size } = await stat(file)
  console.log(`${Math.round(size / 1024)} KB${size > heaviest ? '  TOO HEAVY' : ''}  ${name}`)
}

const wanted = process.argv[2] ?? ''
for (const photo of photos) if (photo[0].includes(wanted)) await draw(photo)
