; Counts the ways to tile a board with dominoes and L-shaped trominoes: backtracking over a vector.
(define width 4)
(define height 7)
(define size (* width height))
(define board (make-vector size #f))

; A shape is a vector of the rows and columns of its squares; the first is the top left one.
(define shapes
  (vector (vector 0 0 0 1)              ; lying
          (vector 0 0 1 0)              ; standing
          (vector 0 0 0 1 1 0)          ; the four corners
          (vector 0 0 0 1 1 1)
          (vector 0 0 1 0 1 1)
          (vector 0 0 1 -1 1 0)))

(define (free? row column)
  (and (< row height)
       (>= column 0)
       (< column width)
       (not (vector-ref board (+ (* row width) column)))))

(define (fits? shape row column)
  (let loop ((i 0))
    (or (= i (vector-length shape))
        (and (free? (+ row (vector-ref shape i))
                    (+ column (vector-ref shape (+ i 1))))
             (loop (+ i 2))))))

(define (mark! shape row column filled)
  (do ((i 0 (+ i 2)))
      ((= i (vector-length shape)))
    (vector-set! board
                 (+ (* (+ row (vector-ref shape i)) width)
                    column
                    (vector-ref shape (+ i 1)))
                 filled)))

(define (next-free place)
  (cond ((= place size) size)
        ((vector-ref board place) (next-free (+ place 1)))
        (else place)))

(define (tilings from)
  (let ((place (next-free from)))
    (if (= place size)
        1
        (let ((row (quotient place width))
              (column (modulo place width)))
          (let loop ((i 0) (count 0))
            (if (= i (vector-length shapes))
                count
                (let ((shape (vector-ref shapes i)))
                  (if (fits? shape row column)
                      (begin
                        (mark! shape row column #t)
                        (let ((found (tilings (+ place 1))))
                          (mark! shape row column #f)
                          (loop (+ i 1) (+ count found))))
                      (loop (+ i 1) count)))))))))

(tilings 0)
